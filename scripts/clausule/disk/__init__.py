"""What more than one room asks of the disk: a file that one process holds, a folder that goes away again."""
