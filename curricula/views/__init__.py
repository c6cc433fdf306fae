"""Speaking HTTP for the curriculum: files, editions, the register, search, pictures, the way into the back office."""
