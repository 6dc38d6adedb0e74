package vn.daihoi.document.numbering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.Document;
import vn.daihoi.document.DocumentStatus;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.IssuedNumbers;
import vn.daihoi.document.Versions;
import vn.daihoi.engine.Identities;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;
import vn.daihoi.organisation.UnitKind;

/**
 * Gives published versions their numbers and keeps the book of them. A number is given only at issue, in the transaction
 * that issues, and never again: series run without gaps through a term (domain study §2.10, HD 05-HD/VPTW as cited there).
 */
@Service
public class Numbers implements IssuedNumbers {

    /** Lines on a page of the book. */
    public static final int PAGE = 50;

    private static final int PLACE_LENGTH = 100;

    private static final String BOOK =
            """
            select n.*, b.name as body_name, d.title, t.name as type_name, v.number as version_number, u.name as unit_name
            from document_number n
            join issuing_body b on b.code = n.body
            join document d on d.id = n.document
            join document_type t on t.code = d.type
            join document_version v on v.id = n.version_id
            left join unit u on u.id = n.unit
            """;

    private final JdbcClient jdbc;
    private final Series series;
    private final Documents documents;
    private final Versions versions;
    private final Congresses congresses;
    private final Members members;
    private final Identities identities;
    private final AuditLog audit;
    private final Clock clock;

    Numbers(
            JdbcClient jdbc,
            Series series,
            Documents documents,
            Versions versions,
            Congresses congresses,
            Members members,
            Identities identities,
            AuditLog audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.series = series;
        this.documents = documents;
        this.versions = versions;
        this.congresses = congresses;
        this.members = members;
        this.identities = identities;
        this.audit = audit;
        this.clock = clock;
    }

    /** A body that issues documents; its code stands behind the slash. */
    public record Body(String code, String name) {}

    /** What became of the wish to issue a version. */
    public sealed interface Issue {

        /** It has its number, from now on or since the same person asked before. */
        record Given(IssuedNumber number) implements Issue {}

        /** Somebody else gave it a number before; nothing changed. */
        record Standing(IssuedNumber number) implements Issue {}

        /** It has none; the message names the field at fault, if there is one. */
        record Refused(@Nullable String field, String message) implements Issue {}
    }

    /** A line of the book. */
    public record Entry(
            IssuedNumber number,
            String document,
            String title,
            String type,
            int version,
            String body,
            String unit,
            String term) {}

    /**
     * What of the book is looked for; null or blank is no matter.
     *
     * @param body code of a body
     * @param type number code of a type of document, "NQ"
     * @param term a term
     * @param words in the title or the number, whatever their accents
     */
    public record Wanted(@Nullable String body, @Nullable String type, @Nullable String term, @Nullable String words) {}

    /** The bodies of a ward, in their order. */
    public List<Body> bodies() {
        return jdbc.sql("select code, name from issuing_body where unit_kind = :kind order by position, code")
                .param("kind", UnitKind.WARD.name())
                .query((row, line) -> new Body(row.getString("code"), row.getString("name")))
                .list();
    }

    /** Whether the person gives the numbers of the document's ward. */
    public boolean mayIssue(String user, Document document) {
        return members.holds(user, Role.RECORDS_CLERK, document.ward(), VietnamTime.today(clock));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<IssuedNumber> of(String version) {
        return jdbc.sql("select * from document_number where version_id = :version")
                .param("version", version)
                .query((row, line) -> number(row))
                .optional();
    }

    /**
     * Gives a published version its number. Safe to repeat; a version keeps the one it has.
     *
     * @param id of the document
     * @param version number of the version
     * @param body code of the issuing body
     * @param place where it is dated
     * @param date the day it bears, null when none was typed
     */
    @Transactional
    public Issue issue(String id, int version, String body, String place, @Nullable LocalDate date, String user) {
        var document = documents.get(id);
        if (!mayIssue(user, document)) {
            return new Issue.Refused(null, "Việc này thuộc về " + Role.RECORDS_CLERK.title() + ".");
        }
        var found = versions.numbered(id, version);
        if (found.isEmpty()) {
            return new Issue.Refused(null, "Chỉ cấp số cho phiên bản đã công bố.");
        }
        // from here on two clerks at the same version take turns
        lock(found.get());
        var standing = of(found.get().id());
        if (standing.isPresent()) {
            return standing.get().given().by().equals(user)
                    ? new Issue.Given(standing.get())
                    : new Issue.Standing(standing.get());
        }
        if (document.status() == DocumentStatus.CANCELLED) {
            return new Issue.Refused(null, "Văn kiện đã hủy nên không cấp số.");
        }
        if (bodies().stream().noneMatch(one -> one.code().equals(body))) {
            return new Issue.Refused("body", "Phải chọn “Cơ quan ban hành” có trong danh sách.");
        }
        if (place.isBlank() || place.strip().length() > PLACE_LENGTH) {
            return new Issue.Refused("place", "Phải ghi “Địa danh”, không quá " + PLACE_LENGTH + " ký tự.");
        }
        if (date == null) {
            return new Issue.Refused("date", "Phải ghi “Ngày ban hành”.");
        }
        if (date.isAfter(VietnamTime.today(clock))) {
            return new Issue.Refused("date", "“Ngày ban hành” không được ở trong tương lai.");
        }
        return new Issue.Given(give(document, found.get(), body, place.strip(), date, user));
    }

    private IssuedNumber give(
            Document document, DocumentVersion version, String body, String place, LocalDate date, String user) {
        var congress = congresses.get(document.congress());
        var code = document.type().numberCode();
        int number = series.next(document.ward(), body, code, congress.term());
        // as the database keeps it
        var by = new Signed(user, clock.instant().truncatedTo(ChronoUnit.MICROS));
        jdbc.sql(
                        """
                        insert into document_number
                          (version_id, document, unit, body, number_code, term, number, place, dated, issued_by, issued_at)
                        values (:version, :document, :unit, :body, :code, :term, :number, :place, :dated, :by, :at)""")
                .param("version", version.id())
                .param("document", document.id())
                .param("unit", document.ward())
                .param("body", body)
                .param("code", code)
                .param("term", congress.term())
                .param("number", number)
                .param("place", place)
                .param("dated", date)
                .param("by", user)
                .param("at", Timestamp.from(by.at()))
                .update();
        var issued = new IssuedNumber(Series.written(number, code, body), place, date, by);
        audit.record(AuditEntry.of(
                        user,
                        "DOCUMENT_ISSUED",
                        "document:" + document.id(),
                        "Cấp " + issued.number() + " cho phiên bản " + version.number() + ", nhiệm kỳ "
                                + congress.term() + ".")
                .under(congress.ruleSet()));
        return issued;
    }

    private void lock(DocumentVersion version) {
        jdbc.sql("select id from document_version where id = :id for update")
                .param("id", version.id())
                .query(String.class)
                .list();
    }

    /** A page of the book, of the wards this person works in or looks after; one line more than {@link #PAGE} if there is more. */
    @Transactional(readOnly = true)
    public List<Entry> book(Wanted wanted, int page, String user) {
        var wards = identities.tenantsOf(user);
        if (wards.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        BOOK
                                + """
                        where n.unit in (:wards) and (:body = '' or n.body = :body) and (:type = '' or n.number_code = :type)
                          and (:term = '' or n.term = :term)
                          and lower(unaccent(d.title || ' ' || 'số ' || lpad(n.number::text, greatest(2, length(n.number::text)), '0')
                              || '-' || n.number_code || '/' || n.body)) like '%' || lower(unaccent(:words)) || '%' escape '\\'
                        order by n.term desc, n.unit, n.body, n.number_code, n.number desc
                        offset :offset limit :limit""")
                .param("wards", wards)
                .param("body", text(wanted.body()))
                .param("type", text(wanted.type()))
                .param("term", text(wanted.term()))
                .param("words", text(wanted.words()).replaceAll("([\\\\%_])", "\\\\$1"))
                .param("offset", (long) page * PAGE)
                .param("limit", PAGE + 1)
                .query((row, line) -> new Entry(
                        number(row),
                        row.getString("document"),
                        row.getString("title"),
                        row.getString("type_name"),
                        row.getInt("version_number"),
                        row.getString("body_name"),
                        row.getString("unit_name") == null ? row.getString("unit") : row.getString("unit_name"),
                        row.getString("term")))
                .list();
    }

    /** The terms the book of these wards knows, the newest first. */
    @Transactional(readOnly = true)
    public List<String> terms(String user) {
        var wards = identities.tenantsOf(user);
        return wards.isEmpty()
                ? List.of()
                : jdbc.sql("select distinct term from number_series where unit in (:wards) order by term desc")
                        .param("wards", wards)
                        .query(String.class)
                        .list();
    }

    private static IssuedNumber number(ResultSet row) throws SQLException {
        return new IssuedNumber(
                Series.written(row.getInt("number"), row.getString("number_code"), row.getString("body")),
                row.getString("place"),
                row.getObject("dated", LocalDate.class),
                Signed.of(row, "issued"));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
