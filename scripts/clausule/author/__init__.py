"""What an author does to the sources: begin an agreement or an edition, freeze a text that is agreed."""
