"""Children who go missing: reported, found, interviewed, what it was about, and what repeats itself."""
