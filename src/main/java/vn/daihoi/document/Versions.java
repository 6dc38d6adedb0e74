package vn.daihoi.document;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.document.text.Comparison;
import vn.daihoi.document.text.Fingerprint;
import vn.daihoi.document.word.Sheet;
import vn.daihoi.organisation.Unit;
import vn.daihoi.organisation.Units;

/** The versions of the documents, for reading. Who may read is asked of {@link Documents#visible} first. */
@Service
public class Versions {

    // who signs is a body, never a person: domain study §2.10 (QĐ 399, HD 05-HD/VPTW as cited there)
    private static final List<String> SIGNATURE = List.of("T/M ĐẢNG ỦY", "BÍ THƯ");
    private static final List<String> FILED = List.of("Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy");

    private final VersionStore store;
    private final Units units;
    private final ObjectProvider<IssuedNumbers> numbers;
    private final Clock clock;

    Versions(
            VersionStore store,
            Units units,
            // knows this service itself
            ObjectProvider<IssuedNumbers> numbers,
            Clock clock) {
        this.store = store;
        this.units = units;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** The published versions, the newest first. */
    public List<DocumentVersion> published(String document) {
        return store.published(document);
    }

    /** The newest published version. */
    public Optional<DocumentVersion> latest(String document) {
        return store.latest(document);
    }

    /** A published version by its number. */
    public Optional<DocumentVersion> numbered(String document, int number) {
        return store.numbered(document, number);
    }

    /** The text of a version; its SHA-256 is reckoned anew. */
    public VersionText read(DocumentVersion version) {
        var clauses = store.clauses(version.id());
        return new VersionText(version, clauses, Fingerprint.of(clauses).equals(version.sha256()));
    }

    /** Compares two versions of one document. */
    public Comparison compare(DocumentVersion older, DocumentVersion newer) {
        return Comparison.of(store.clauses(older.id()), store.clauses(newer.id()));
    }

    /** A version as it is put on paper: under its number once it was issued, as a draft before. */
    public Sheet sheet(Document document, VersionText text) {
        var version = text.version();
        var issued = Optional.ofNullable(numbers.getIfAvailable()).flatMap(all -> all.of(version.id()));
        var published = version.published();
        var day = issued.map(IssuedNumbers.IssuedNumber::date)
                .orElseGet(() -> VietnamTime.dayOf(published == null ? clock.instant() : published.at()));
        var number = version.number();
        return new Sheet(
                document.id(),
                number == null ? 0 : number,
                units.superiorOf(document.ward(), day).map(Unit::name).orElse(""),
                units.committeeOf(document.ward()),
                issued.map(IssuedNumbers.IssuedNumber::number).orElse(null),
                issued.map(IssuedNumbers.IssuedNumber::place).orElse(""),
                issued.isPresent() ? day : null,
                issued.isPresent() ? null : "Dự thảo lần " + (number == null ? version.base() + 1 : number),
                issued.isPresent() ? FILED : List.of(),
                issued.isPresent() ? SIGNATURE : List.of(),
                text.clauses());
    }
}
