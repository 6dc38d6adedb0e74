package vn.daihoi.approval;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.daihoi.congress.ChecklistItem;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Versions;

/** What was sent: each submission frozen with the bytes of its files, a manifest and the manifest's own hash. */
@Component
public class Submissions {

    private final JdbcClient jdbc;
    private final Completeness completeness;
    private final Checklists checklists;
    private final ContributionStore contributions;
    private final FileContents contents;
    private final Congresses congresses;
    private final Versions versions;
    private final Clock clock;

    Submissions(
            JdbcClient jdbc,
            Completeness completeness,
            Checklists checklists,
            ContributionStore contributions,
            FileContents contents,
            Congresses congresses,
            Versions versions,
            Clock clock) {
        this.jdbc = jdbc;
        this.completeness = completeness;
        this.checklists = checklists;
        this.contributions = contributions;
        this.contents = contents;
        this.congresses = congresses;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * A dossier as it was sent once.
     *
     * @param dossier id of the dossier
     * @param number from 1 within it
     * @param ruleSet tag of the rule set its checklist came from
     * @param completed who put it together and when
     * @param signed who signed it and when
     * @param sentAt when it was sent
     * @param manifest the list of its files, a text
     * @param sha256 of the manifest in UTF-8
     */
    public record Submission(
            String dossier,
            int number,
            String ruleSet,
            Signed completed,
            Signed signed,
            Instant sentAt,
            String manifest,
            String sha256) {}

    /**
     * An item as it was sent.
     *
     * @param position from 1
     * @param code of the checklist
     * @param title of the checklist
     * @param kind where it came from
     * @param note what stands in place of files: a paper receipt, a reason; empty for nothing
     */
    public record SentItem(int position, String code, String title, ChecklistItem.Kind kind, String note) {}

    /**
     * A file as it was sent.
     *
     * @param position from 1 within the submission
     * @param item code of its item
     * @param name unique within the submission
     * @param version what it is a picture of, or what it was called before; empty for nothing
     * @param size in bytes
     * @param sha256 of its bytes
     */
    public record SentFile(int position, String item, String name, String version, int size, String sha256) {}

    /** How two submissions differ in one file. */
    public record Change(Kind kind, String name) {

        /** What became of it. */
        public enum Kind {
            /** It wasn't there before. */
            ADDED("Thêm"),
            /** It says something else. */
            CHANGED("Thay"),
            /** It is gone. */
            REMOVED("Bỏ");

            private final String title;

            Kind(String title) {
                this.title = title;
            }

            /** Vietnamese name, as shown on pages. */
            public String title() {
                return title;
            }
        }
    }

    /** The submissions of a dossier, the newest first. */
    public List<Submission> of(String dossier) {
        return jdbc.sql("select * from dossier_submission where dossier = :dossier order by number desc")
                .param("dossier", dossier)
                .query((row, number) -> submission(row))
                .list();
    }

    /** One of them. */
    public Optional<Submission> numbered(String dossier, int number) {
        return jdbc.sql("select * from dossier_submission where dossier = :dossier and number = :number")
                .param("dossier", dossier)
                .param("number", number)
                .query((row, at) -> submission(row))
                .optional();
    }

    /** Its items, in their order. */
    public List<SentItem> items(Submission submission) {
        return jdbc.sql(
                        """
                        select * from dossier_submission_item
                        where dossier = :dossier and submission = :number order by position""")
                .param("dossier", submission.dossier())
                .param("number", submission.number())
                .query((row, at) -> new SentItem(
                        row.getInt("position"),
                        row.getString("code"),
                        row.getString("title"),
                        ChecklistItem.Kind.valueOf(row.getString("kind")),
                        row.getString("note")))
                .list();
    }

    /** Its files, in their order. */
    public List<SentFile> files(Submission submission) {
        return files(submission.dossier(), submission.number());
    }

    private List<SentFile> files(String dossier, int number) {
        return jdbc.sql(
                        """
                        select * from dossier_submission_file
                        where dossier = :dossier and submission = :number order by position""")
                .param("dossier", dossier)
                .param("number", number)
                .query((row, at) -> new SentFile(
                        row.getInt("position"),
                        row.getString("item"),
                        row.getString("name"),
                        row.getString("version"),
                        row.getInt("size"),
                        row.getString("sha256")))
                .list();
    }

    /** The bytes of a file, as they were sent. */
    public byte[] bytes(SentFile file) {
        return contents.bytes(file.sha256());
    }

    /** The whole submission as a ZIP file, the manifest among its files; one file after the other is held in memory. */
    public void zip(Submission submission, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, Manifest.NAME, submission.manifest().getBytes(StandardCharsets.UTF_8), submission.sentAt());
            for (var file : files(submission)) {
                put(zip, file.name(), bytes(file), submission.sentAt());
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes, Instant at) throws IOException {
        var entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(at));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** What a submission changed against the one before; empty for the first. */
    public List<Change> changes(Submission submission) {
        if (submission.number() == 1) {
            return List.of();
        }
        // numbered names move when an item comes or goes, so files are told apart by what follows the number
        var before = byName(files(submission.dossier(), submission.number() - 1));
        var after = byName(files(submission));
        var changes = new ArrayList<Change>();
        after.forEach((name, file) -> {
            var former = before.get(name);
            if (former == null) {
                changes.add(new Change(Change.Kind.ADDED, file.name()));
            } else if (!former.sha256().equals(file.sha256())) {
                changes.add(new Change(Change.Kind.CHANGED, file.name()));
            }
        });
        before.forEach((name, file) -> {
            if (!after.containsKey(name)) {
                changes.add(new Change(Change.Kind.REMOVED, file.name()));
            }
        });
        return changes;
    }

    private static Map<String, SentFile> byName(List<SentFile> files) {
        return files.stream()
                .collect(Collectors.toMap(
                        file -> file.item() + "/" + withoutNumber(file.name()),
                        Function.identity(),
                        (one, other) -> one,
                        TreeMap::new));
    }

    private static String withoutNumber(String name) {
        return name.substring(name.indexOf('-') + 1);
    }

    /** Notes the versions that are signed now. */
    void noteSigned(Dossier dossier) {
        for (var document : checklists.documents(dossier.congress())) {
            versions.latest(document.id()).map(DocumentVersion::number).ifPresent(number -> jdbc.sql(
                            "insert into dossier_signed_version values (:dossier, :next, :document, :version)")
                    .param("dossier", dossier.id())
                    .param("next", dossier.submission() + 1)
                    .param("document", document.id())
                    .param("version", number)
                    .update());
        }
    }

    private Map<String, Integer> signedVersions(String dossier, int submission) {
        return jdbc
                .sql(
                        "select document, version from dossier_signed_version where dossier = :dossier and submission = :submission")
                .param("dossier", dossier)
                .param("submission", submission)
                .query((row, number) -> Map.entry(row.getString("document"), row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who published the versions signed last, and who uploaded the files. */
    Set<String> writers(Dossier dossier) {
        var writers = new TreeSet<String>();
        signedVersions(dossier.id(), dossier.submission())
                .forEach((document, number) -> versions.numbered(document, number)
                        .map(DocumentVersion::published)
                        .ifPresent(published -> writers.add(published.by())));
        contributions
                .uploads(dossier.id())
                .values()
                .forEach(upload -> writers.add(upload.uploaded().by()));
        return writers;
    }

    /**
     * Makes the files of what was signed, and keeps them under the next number of a locked dossier.
     *
     * @return SHA-256 of the manifest
     * @throws IllegalStateException when something that was there at signing is there no more
     */
    String freeze(Dossier dossier) {
        int number = dossier.submission() + 1;
        var checklist = checklists
                .last(dossier.id())
                .orElseThrow(() -> new IllegalStateException("Dossier " + dossier.id() + " has no checklist"));
        var completed = Objects.requireNonNull(dossier.completed());
        var signed = Objects.requireNonNull(dossier.sent());
        var sentAt = clock.instant();
        var manifest = new Manifest(List.of(
                "Mục lục " + dossier.title() + ", lần gửi " + number,
                congresses.title(congresses.get(dossier.congress())),
                "Bộ quy tắc: " + RuleSets.title(checklist.ruleSet()) + "; "
                        + checklist.form().title(),
                "Ký trình: " + VietnamTime.moment(signed.at()) + "; gửi: " + VietnamTime.moment(sentAt)));
        var freezing = new Freezing(dossier, number, manifest);
        completeness
                .lines(dossier, checklist.items(), signedVersions(dossier.id(), number))
                .forEach(freezing::add);
        var text = manifest.text();
        var sha256 = FileContents.sha256(text.getBytes(StandardCharsets.UTF_8));
        jdbc.sql(
                        """
                        insert into dossier_submission values (:dossier, :number, :ruleSet, :completedBy, :completedAt,
                        :signedBy, :signedAt, :sentAt, :manifest, :sha256)""")
                .param("dossier", dossier.id())
                .param("number", number)
                .param("ruleSet", checklist.ruleSet())
                .param("completedBy", completed.by())
                .param("completedAt", Timestamp.from(completed.at()))
                .param("signedBy", signed.by())
                .param("signedAt", Timestamp.from(signed.at()))
                .param("sentAt", Timestamp.from(sentAt))
                .param("manifest", text)
                .param("sha256", sha256)
                .update();
        return sha256;
    }

    /** One submission while it comes together. */
    private final class Freezing {

        private final Dossier dossier;
        private final int number;
        private final Manifest manifest;
        private final Map<String, SentFile> former;
        private final Set<String> names = new TreeSet<>();
        private int items;
        private int position;

        Freezing(Dossier dossier, int number, Manifest manifest) {
            this.dossier = dossier;
            this.number = number;
            this.manifest = manifest;
            this.former = byName(files(dossier.id(), number - 1));
        }

        void add(Completeness.Line line) {
            if (line.missing() != null && line.item().required()) {
                throw new IllegalStateException(
                        "Item " + line.item().code() + " of dossier " + dossier.id() + " went missing after signing");
            }
            items++;
            var note = note(line);
            manifest.item(items, line.item().title(), line.item().code(), note);
            jdbc.sql(
                            """
                            insert into dossier_submission_item
                            values (:dossier, :number, :position, :code, :title, :kind, :note)""")
                    .param("dossier", dossier.id())
                    .param("number", number)
                    .param("position", items)
                    .param("code", line.item().code())
                    .param("title", line.item().title())
                    .param("kind", line.item().kind().name())
                    .param("note", note.length() > 4000 ? note.substring(0, 4000) : note)
                    .update();
            for (var piece : line.pieces()) {
                put(line.item(), piece.name(), piece.version(), made(line.item(), piece));
            }
            var upload = line.upload();
            if (upload != null) {
                put(
                        line.item(),
                        line.item().title() + upload.type().ending(),
                        upload.fileName(),
                        contents.bytes(upload.sha256()));
            }
        }

        private String note(Completeness.Line line) {
            var paper = line.paper();
            if (paper != null) {
                return "Bản giấy: số đăng ký " + paper.registerNumber() + ", nhận ngày "
                        + VietnamTime.day(paper.receivedOn()) + ", nơi giữ: " + paper.holder() + ".";
            }
            return line.missing() == null ? line.note() : "Không có; mục này không bắt buộc.";
        }

        /** A file that says the same as the one sent before is sent as it was: only its packing would differ. */
        private byte[] made(ChecklistItem item, Piece piece) {
            var bytes = piece.bytes();
            var before = former.get(item.code() + "/" + withoutNumber(FileNames.submitted(0, piece.name())));
            if (before != null) {
                var old = bytes(before);
                if (parts(old).equals(parts(bytes))) {
                    return old;
                }
            }
            return bytes;
        }

        private void put(ChecklistItem item, String title, String version, byte[] bytes) {
            position++;
            var name = FileNames.submitted(items, title);
            if (!names.add(name)) {
                // long titles may begin alike
                name = FileNames.submitted(items, position + " " + title);
            }
            var file = new SentFile(position, item.code(), name, cut(version), bytes.length, contents.put(bytes));
            manifest.file(file);
            jdbc.sql(
                            """
                            insert into dossier_submission_file
                            values (:dossier, :number, :position, :item, :name, :version, :size, :sha256)""")
                    .param("dossier", dossier.id())
                    .param("number", number)
                    .param("position", position)
                    .param("item", file.item())
                    .param("name", file.name())
                    .param("version", file.version())
                    .param("size", file.size())
                    .param("sha256", file.sha256())
                    .update();
        }
    }

    private static String cut(String version) {
        return version.length() > 200 ? version.substring(0, 200) : version;
    }

    /** The hashes of what is packed in a Word file, by name. */
    private static Map<String, String> parts(byte[] packed) {
        var parts = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), FileContents.sha256(zip.readAllBytes()));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return parts;
    }

    private static Submission submission(ResultSet row) throws SQLException {
        return new Submission(
                row.getString("dossier"),
                row.getInt("number"),
                row.getString("rule_set"),
                Signed.of(row, "completed"),
                Signed.of(row, "signed"),
                row.getTimestamp("sent_at").toInstant(),
                row.getString("manifest"),
                row.getString("manifest_sha256"));
    }
}
