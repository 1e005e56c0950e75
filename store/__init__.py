"""What 问效 knows: statements of documents, and what of them is current."""
