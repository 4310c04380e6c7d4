"""The data folder in, the whole plan or all problems out; translations and the editors’ schemas."""
