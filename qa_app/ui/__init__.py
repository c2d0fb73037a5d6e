"""The app: pages that show an audit. Nothing here judges; pages read the state, ask the engine and hand values to views."""
