"""Scripts that Streamlit runs, one per page."""
