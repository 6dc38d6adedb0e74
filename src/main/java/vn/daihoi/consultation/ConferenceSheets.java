package vn.daihoi.consultation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.Conferences.Said;
import vn.daihoi.consultation.SheetReader.Read;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Clause;

/**
 * The spreadsheets of conferences: the empty one a unit takes away, and the filled one it sends. What was sent is looked at
 * first and taken in a second step, from the file as it was kept here; nothing a browser sends back is believed.
 */
@Service
public class ConferenceSheets {

    /** How long somebody may look at what was sent. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final int NAME_LENGTH = 200;

    private final Rounds rounds;
    private final Conferences conferences;
    private final ConferenceStore store;
    private final Intake intake;
    private final Documents documents;
    private final Versions versions;
    private final Clock clock;

    ConferenceSheets(
            Rounds rounds,
            Conferences conferences,
            ConferenceStore store,
            Intake intake,
            Documents documents,
            Versions versions,
            Clock clock) {
        this.rounds = rounds;
        this.conferences = conferences;
        this.store = store;
        this.intake = intake;
        this.documents = documents;
        this.versions = versions;
        this.clock = clock;
    }

    /** What became of a spreadsheet that was sent. */
    public sealed interface Sent {

        /** It was read and waits to be taken, under this id. */
        record Kept(String id) implements Sent {}

        /** It can't be read, or nobody asks for it; a Vietnamese sentence says why. */
        record Refused(String message) implements Sent {}
    }

    /** What is in a spreadsheet that waits to be taken. */
    public record Preview(String id, String fileName, List<Row> rows, List<Fault> faults) {}

    /** A row that can be taken, by its number in the spreadsheet. */
    public record Row(int number, Said said) {}

    /** What is wrong with a row; the column is empty when it is the row as a whole. */
    public record Fault(int row, String column, String reason) {}

    /** What became of taking the good rows. */
    public record Taken(Verdict verdict, int added, int known) {}

    /** The clauses of the version a round circulates; none before it does. */
    public List<Clause> clauses(Round round) {
        var number = round.version();
        return number == null
                ? List.of()
                : versions.numbered(round.document(), number)
                        .map(version -> versions.read(version).clauses())
                        .orElse(List.of());
    }

    /** The spreadsheet a unit fills in. */
    public byte[] template(Round round, Invitee invitee) {
        var title =
                documents.get(round.document()).title() + ", " + round.title().toLowerCase(Locale.ROOT);
        return new SheetTemplate(clauses(round), Conferences.groups(invitee.kind())).write(title, invitee.name());
    }

    /** Looks at a spreadsheet and keeps it to be taken; the former one of the same person makes way. */
    @Transactional
    public Sent send(String round, String unit, String fileName, byte[] content, String user) {
        var asked = rounds.get(round);
        var invitee = rounds.invitee(round, unit).orElse(null);
        if (invitee == null || !rounds.speaksFor(user, asked, unit)) {
            return new Sent.Refused("Chỉ người đại diện cho đơn vị được tải tệp góp ý của đơn vị mình.");
        }
        var closed = conferences.closed(asked, Channel.CONFERENCE);
        if (closed != null) {
            return new Sent.Refused(closed);
        }
        var read = reader(asked, invitee).read(content);
        if (read instanceof Read.Unreadable unreadable) {
            return new Sent.Refused(unreadable.message());
        }
        if (read instanceof Read.Rows rows
                && rows.good().isEmpty()
                && rows.faults().isEmpty()) {
            return new Sent.Refused("Tệp không có dòng góp ý nào.");
        }
        var now = clock.instant();
        var id = UUID.randomUUID().toString();
        store.keep(
                new ConferenceStore.Upload(id, round, unit, name(fileName), content), new Signed(user, now), oldest());
        return new Sent.Kept(id);
    }

    /** What is in a spreadsheet this person sent for this unit; empty when it is unknown or too old. */
    @Transactional(readOnly = true)
    public Optional<Preview> preview(String id, String round, String unit, String user) {
        var invitee = rounds.invitee(round, unit).orElse(null);
        return invitee == null
                ? Optional.empty()
                : store.upload(id, round, unit, user, oldest()).map(upload -> preview(upload, invitee, user));
    }

    /** Takes the good rows of a spreadsheet; those that are there already add nothing. */
    @Transactional
    public Taken take(String id, String round, String unit, String user) {
        var preview = preview(id, round, unit, user).orElse(null);
        if (preview == null) {
            return new Taken(
                    Verdict.refused("Tệp không còn được giữ (quá 24 giờ hoặc đã tải tệp khác). Hãy tải lên lần nữa."),
                    0,
                    0);
        }
        var said = preview.rows().stream().map(Row::said).toList();
        var entered = conferences.enter(round, unit, said, "", user);
        return new Taken(entered.verdict(), entered.added(), said.size() - entered.added());
    }

    private Preview preview(ConferenceStore.Upload upload, Invitee invitee, String user) {
        var round = rounds.get(upload.round());
        var read = reader(round, invitee).read(upload.content());
        if (!(read instanceof Read.Rows rows)) {
            // it could be read when it was sent
            throw new IllegalStateException("Upload " + upload.id() + " can't be read any more");
        }
        var good = new ArrayList<Row>();
        var faults = new ArrayList<Fault>();
        rows.faults().forEach(fault -> faults.add(new Fault(fault.row(), fault.column(), fault.reason())));
        var usual = Conferences.groups(invitee.kind()).get(0);
        var prepared = conferences.prepared(
                Channel.CONFERENCE,
                invitee.unit(),
                usual,
                rows.good().stream().map(SheetReader.Good::said).toList(),
                "",
                user);
        for (int at = 0; at < prepared.size(); at++) {
            var row = rows.good().get(at);
            var found = intake.faults(round, prepared.get(at));
            if (found.isEmpty()) {
                good.add(new Row(row.row(), row.said()));
            } else {
                found.forEach(fault -> faults.add(new Fault(row.row(), "", fault)));
            }
        }
        faults.sort(Comparator.comparingInt(Fault::row));
        return new Preview(upload.id(), upload.fileName(), List.copyOf(good), List.copyOf(faults));
    }

    private SheetReader reader(Round round, Invitee invitee) {
        return new SheetReader(
                clauses(round).stream().map(Clause::id).collect(Collectors.toSet()),
                Conferences.groups(invitee.kind()));
    }

    private Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    private static String name(@Nullable String fileName) {
        var name = (fileName == null ? "" : fileName)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]", "")
                .strip();
        return name.length() <= NAME_LENGTH ? name : name.substring(0, NAME_LENGTH);
    }
}
