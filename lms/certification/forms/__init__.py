"""Forms of the certification app."""
