"""What words mean: labels, amounts, values, levels, titles.  Texts in, meanings out; nothing here knows of tables or layouts."""
