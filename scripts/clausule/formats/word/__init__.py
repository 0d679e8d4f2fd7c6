"""Word files (.docx: ECMA-376, WordprocessingML), written as they are: parts of XML in a zip."""
