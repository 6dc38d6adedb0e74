package vn.daihoi.document;

/**
 * Published, and heard in the same transaction, when a version becomes one that never changes again.
 *
 * @param document id of the document
 * @param version id of the version
 * @param number of the version
 */
public record VersionPublished(String document, String version, int number) {}
