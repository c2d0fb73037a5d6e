"""Reading: bytes and a name in, :class:`~qa_app.core.document.Document` out. Knows nothing of plans."""

from qa_app.ingest.inputs import ReadOutcome, read_bytes, read_file, read_inputs, read_path

__all__ = ["ReadOutcome", "read_bytes", "read_file", "read_inputs", "read_path"]
