"""The store: TinyDB as the database of record, made safe by a journal."""
