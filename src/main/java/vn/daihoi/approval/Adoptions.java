package vn.daihoi.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.audit.AuditEntry;
import vn.daihoi.audit.AuditLog;
import vn.daihoi.congress.Congress;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.RuleParameter;
import vn.daihoi.congress.RuleSets;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.document.DocumentVersion;
import vn.daihoi.document.Documents;
import vn.daihoi.document.Versions;
import vn.daihoi.organisation.Members;
import vn.daihoi.organisation.Role;

/** The adoptions of the documents by the executive committee (thông qua), apart from the superior's approval. */
@Service
public class Adoptions {

    private static final int MINUTES_LENGTH = 50;
    private static final int REASON_LENGTH = 2000;
    private static final int MOST_MEMBERS = 1000;

    private final AdoptionStore store;
    private final Congresses congresses;
    private final RuleSets ruleSets;
    private final Documents documents;
    private final Versions versions;
    private final Members members;
    private final AuditLog audit;
    private final Clock clock;

    Adoptions(
            AdoptionStore store,
            Congresses congresses,
            RuleSets ruleSets,
            Documents documents,
            Versions versions,
            Members members,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.congresses = congresses;
        this.ruleSets = ruleSets;
        this.documents = documents;
        this.versions = versions;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A meeting of the executive committee about the documents.
     *
     * @param congress id of the congress
     * @param number from 1 within its congress
     * @param heldOn the day
     * @param convened members of the committee
     * @param present of them
     * @param minutesNumber number of the minutes
     * @param adopted whether the documents were adopted
     * @param reason why not, null when they were
     * @param versions number of the version of each document that was put before it, by id of the document
     * @param recorded who recorded it and when
     */
    public record Adoption(
            String congress,
            int number,
            LocalDate heldOn,
            int convened,
            int present,
            String minutesNumber,
            boolean adopted,
            @Nullable String reason,
            Map<String, Integer> versions,
            Signed recorded) {}

    /**
     * What the office writes down of a meeting.
     *
     * @param heldOn the day
     * @param convened members of the committee
     * @param present of them
     * @param minutesNumber number of the minutes
     * @param adopted whether the documents were adopted
     * @param reason why not, left out when they were
     */
    public record Meeting(
            LocalDate heldOn,
            int convened,
            int present,
            String minutesNumber,
            boolean adopted,
            @Nullable String reason) {}

    /** The meetings about a congress's documents, in their order. */
    @Transactional(readOnly = true)
    public List<Adoption> ofCongress(String congress) {
        return store.ofCongress(congress);
    }

    /** The adoption that holds: the last meeting, if it adopted the newest version of every document. */
    @Transactional(readOnly = true)
    public Optional<Adoption> standing(String congress) {
        return last(congress).filter(Adoption::adopted).filter(adoption -> adoption.versions()
                .equals(newest(congress)));
    }

    /**
     * The office records a meeting that looked at the newest version of every document. The share that had to be present is
     * {@link RuleParameter#ADOPTION_QUORUM_PERCENT} of the congress's rule set; while that is not filled in, no meeting
     * can be recorded.
     */
    @Transactional
    public Verdict record(String id, Meeting meeting, String user) {
        store.lock(id);
        var congress = congresses.get(id);
        if (!congresses.may(user, congress, Role.WARD_OFFICE)) {
            return Verdict.refused("Việc này thuộc về " + Role.WARD_OFFICE.title() + ".");
        }
        if (!congress.running()) {
            return Verdict.refused("Đại hội đã kết thúc hoặc bị hủy, không ghi nhận được việc thông qua văn kiện.");
        }
        var minutes = CleanText.line(meeting.minutesNumber());
        var reason = meeting.adopted() || meeting.reason() == null ? "" : CleanText.lines(meeting.reason());
        var earlier = store.ofCongress(id);
        var known = earlier.stream()
                .filter(one -> one.minutesNumber().equals(minutes))
                .findFirst();
        if (known.isPresent()) {
            return again(known.get(), meeting, reason, user);
        }
        var put = put(id);
        var fault = fault(meeting, minutes, reason);
        if (fault == null) {
            fault = quorumFault(congress, meeting);
        }
        if (fault == null) {
            fault = putFault(id, put, meeting.heldOn());
        }
        if (fault != null) {
            return fault;
        }
        var adoption = new Adoption(
                id,
                earlier.size() + 1,
                meeting.heldOn(),
                meeting.convened(),
                meeting.present(),
                minutes,
                meeting.adopted(),
                reason.isEmpty() ? null : reason,
                numbers(put),
                new Signed(user, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        store.insert(adoption, put);
        log(congress, adoption, user);
        return Verdict.done();
    }

    private void log(Congress congress, Adoption adoption, String user) {
        var put = adoption.versions().entrySet().stream()
                .map(one -> documents.get(one.getKey()).title() + " phiên bản " + one.getValue())
                .sorted()
                .collect(Collectors.joining(", "));
        var entry = AuditEntry.of(
                user,
                adoption.adopted() ? "DOCUMENTS_ADOPTED" : "DOCUMENTS_NOT_ADOPTED",
                "congress:" + congress.id(),
                "Hội nghị Ban Chấp hành ngày " + VietnamTime.day(adoption.heldOn()) + ", biên bản số "
                        + adoption.minutesNumber() + ", có mặt " + adoption.present() + "/"
                        + adoption.convened()
                        + (adoption.adopted() ? ": thông qua " : ": không thông qua ") + put
                        + (adoption.reason() == null ? "." : ". Lý do: " + adoption.reason()));
        audit.record(congresses.deed(congress, Role.WARD_OFFICE, entry));
    }

    /**
     * The same meeting once more changes nothing; another one under its number is a slip of the pen, and so is one that would
     * adopt what has been published since.
     */
    private Verdict again(Adoption known, Meeting meeting, String reason, String user) {
        boolean same = known.heldOn().equals(meeting.heldOn())
                && known.convened() == meeting.convened()
                && known.present() == meeting.present()
                && known.adopted() == meeting.adopted()
                && Objects.requireNonNullElse(known.reason(), "").equals(reason)
                && known.recorded().by().equals(user)
                && known.number() == store.ofCongress(known.congress()).size()
                && (!known.adopted() || known.versions().equals(newest(known.congress())));
        return same
                ? Verdict.done()
                : Verdict.refused(
                        "minutesNumber",
                        "“Số biên bản” " + known.minutesNumber() + " đã được "
                                + members.displayName(known.recorded().by()) + " ghi nhận lúc "
                                + VietnamTime.moment(known.recorded().at()) + ".");
    }

    private Verdict.@Nullable Refused fault(Meeting meeting, String minutes, String reason) {
        if (meeting.heldOn().isAfter(VietnamTime.today(clock))) {
            return Verdict.refused("heldOn", "“Ngày họp” không được ở trong tương lai.");
        }
        if (meeting.convened() < 1 || meeting.convened() > MOST_MEMBERS) {
            return Verdict.refused("convened", "“Số được triệu tập” phải từ 1 đến " + MOST_MEMBERS + ".");
        }
        if (meeting.present() < 0 || meeting.present() > meeting.convened()) {
            return Verdict.refused("present", "“Số có mặt” không được lớn hơn “Số được triệu tập”.");
        }
        if (minutes.isEmpty() || minutes.length() > MINUTES_LENGTH) {
            return Verdict.refused("minutesNumber", "Phải ghi “Số biên bản”, không quá " + MINUTES_LENGTH + " ký tự.");
        }
        if (meeting.adopted()) {
            return null;
        }
        return reason.isEmpty() || reason.length() > REASON_LENGTH
                ? Verdict.refused("reason", "Phải ghi “Lý do không thông qua”, không quá " + REASON_LENGTH + " ký tự.")
                : null;
    }

    private Verdict.@Nullable Refused quorumFault(Congress congress, Meeting meeting) {
        var tag = congress.ruleSet();
        if (tag == null) {
            return Verdict.refused("Kế hoạch đại hội chưa chọn bộ quy tắc áp dụng.");
        }
        return ruleSets.value(tag, RuleParameter.ADOPTION_QUORUM_PERCENT)
                .<Verdict.@Nullable Refused>fold(
                        percent -> meeting.present() * 100 >= percent * meeting.convened()
                                ? null
                                : Verdict.refused(
                                        "present",
                                        "“Số có mặt” " + meeting.present() + "/" + meeting.convened()
                                                + " chưa đủ " + percent
                                                + "% theo bộ quy tắc; hội nghị chưa đủ điều kiện để xem xét văn kiện."),
                        Verdict::refused);
    }

    /** Nobody adopts what wasn't there yet. */
    private Verdict.@Nullable Refused putFault(String congress, List<DocumentVersion> put, LocalDate heldOn) {
        var there = numbers(put);
        for (var id : documents.openedIds(congress)) {
            if (!there.containsKey(id)) {
                return Verdict.refused(
                        "Văn kiện “" + documents.get(id).title() + "” chưa có phiên bản nào được công bố.");
            }
        }
        return put.stream()
                .filter(version -> version.published() != null
                        && VietnamTime.dayOf(version.published().at()).isAfter(heldOn))
                .findFirst()
                .map(version -> Verdict.refused(
                        "heldOn",
                        "“Ngày họp” " + VietnamTime.day(heldOn) + " là trước ngày công bố phiên bản "
                                + version.number() + " của văn kiện “"
                                + documents.get(version.document()).title() + "”."))
                .orElse(null);
    }

    private Optional<Adoption> last(String congress) {
        var all = store.ofCongress(congress);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private List<DocumentVersion> put(String congress) {
        var put = new ArrayList<DocumentVersion>();
        documents.openedIds(congress).forEach(id -> versions.latest(id).ifPresent(put::add));
        return put;
    }

    private Map<String, Integer> newest(String congress) {
        return numbers(put(congress));
    }

    private static Map<String, Integer> numbers(List<DocumentVersion> put) {
        return put.stream()
                .collect(Collectors.toMap(
                        DocumentVersion::document, version -> Objects.requireNonNull(version.number())));
    }
}
