"""What stands in a Word document, as the eye sees it: paragraphs, tables, styles, symbols."""
