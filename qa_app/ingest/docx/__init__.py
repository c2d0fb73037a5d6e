"""Reads Word documents (.docx, .docm) by walking their XML, so that nothing a reader would see is lost."""
