"""What browsers ask of trainings: participants, imports, attendance, enrolling oneself."""
