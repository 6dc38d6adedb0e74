-- Search without accents and with typing slips needs these two. They are trusted extensions: the owner of the database
-- may create them, on a server of one's own as on the embedded one.
create extension if not exists pg_trgm;
create extension if not exists unaccent;
