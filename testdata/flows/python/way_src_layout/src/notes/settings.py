FOLDER = "/srv/notes"
