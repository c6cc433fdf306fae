"""The question bank's files: what comes in waits for a decision, what goes out is read by Moodle and Excel."""
