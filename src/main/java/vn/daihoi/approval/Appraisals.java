package vn.daihoi.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.approval.ChangeRequest.Stage;
import vn.daihoi.approval.ChangeRequest.Wanted;
import vn.daihoi.congress.Verdict;
import vn.daihoi.congress.VietnamTime;
import vn.daihoi.consultation.CleanText;

/**
 * What the boards of the superior make of a dossier, side by side. Forms, pages and the process alike come through here; an
 * expected "no" is returned, never thrown.
 */
@Service
public class Appraisals {

    private static final int LONGEST = 8000;
    private static final Set<DossierStatus> APPRAISING = EnumSet.of(DossierStatus.APPRAISING);

    private final Dossiers dossiers;
    private final DossierSteps steps;
    private final ApprovalStore store;
    private final Requests requests;
    private final Clock clock;

    Appraisals(Dossiers dossiers, DossierSteps steps, ApprovalStore store, Requests requests, Clock clock) {
        this.dossiers = dossiers;
        this.steps = steps;
        this.store = store;
        this.requests = requests;
        this.clock = clock;
    }

    /** Those of the last submission, one for each board; none before it is received. */
    public List<Appraisal> of(Dossier dossier) {
        return store.appraisals(dossier);
    }

    /** The versions that were sent last, by id of their document. */
    public Map<String, Integer> versions(Dossier dossier) {
        return store.versions(dossier);
    }

    /** What a board asks to be changed, given or still being put together. */
    public List<ChangeRequest> requests(Dossier dossier, Board board) {
        return requests.of(dossier, Stage.APPRAISAL, board.name());
    }

    /** Whether the person appraises for this board. */
    public boolean mayAppraise(String user, Dossier dossier, Board board) {
        return steps.holds(user, board.role(), dossier);
    }

    /** What a form's field says line by line, see {@link ChangeRequest.Wanted}. */
    public static List<Wanted> lines(@Nullable String document, @Nullable String typed) {
        return typed == null || typed.isBlank() ? List.of() : Requests.lines(document == null ? "" : document, typed);
    }

    /**
     * By when all of them are due.
     *
     * @throws java.util.NoSuchElementException when the dossier isn't received
     */
    public LocalDate dueOn(String id) {
        return store.appraisals(dossiers.get(id)).stream()
                .findFirst()
                .map(Appraisal::dueOn)
                .orElseThrow();
    }

    /** Notes one thing a board wants changed; it counts once the appraisal is given. */
    @Transactional
    public Verdict ask(String id, Board board, Wanted wanted, String user) {
        return open(
                id,
                board,
                user,
                dossier -> requests.add(dossier, Stage.APPRAISAL, board.name(), wanted, steps.now(user)));
    }

    /** Takes back something noted before the appraisal is given; nothing happens when it isn't there. */
    @Transactional
    public Verdict drop(String id, Board board, long request, String user) {
        return open(id, board, user, dossier -> {
            requests(dossier, board).stream().filter(one -> one.id() == request).forEach(one -> store.drop(one.id()));
            return Verdict.done();
        });
    }

    /**
     * Gives the appraisal of a board.
     *
     * @param wanted what it wants changed, beside what was noted before
     */
    @Transactional
    public Verdict give(
            String id, Board board, Appraisal.Outcome outcome, String opinion, List<Wanted> wanted, String user) {
        return open(id, board, user, dossier -> {
            var words = CleanText.lines(opinion);
            if (words.isEmpty() || words.length() > LONGEST) {
                return Verdict.refused("opinion", "Phải ghi “Ý kiến thẩm định”, không quá " + LONGEST + " ký tự.");
            }
            var by = steps.now(user);
            var added = outcome == Appraisal.Outcome.CHANGES
                    ? requests.add(dossier, Stage.APPRAISAL, board.name(), wanted, by)
                    : Verdict.done();
            if (added instanceof Verdict.Refused) {
                return added;
            }
            var asked = requests(dossier, board).size();
            if (outcome == Appraisal.Outcome.CHANGES && asked == 0) {
                return Verdict.refused(
                        "requests", "Đề nghị chỉnh sửa thì phải ghi ít nhất một “Nội dung đề nghị chỉnh sửa”.");
            }
            if (outcome == Appraisal.Outcome.AGREE && asked > 0) {
                return Verdict.refused(
                        "outcome",
                        "Đang có " + asked + " đề nghị chỉnh sửa đã ghi ở trang thẩm định. Hãy bỏ các đề nghị đó, hoặc"
                                + " chọn “Đề nghị chỉnh sửa” ở “Kết quả thẩm định”.");
            }
            store.give(dossier, board, outcome, words, by);
            steps.log(
                    dossier,
                    board.role(),
                    user,
                    "DOSSIER_APPRAISED",
                    board.title() + " thẩm định: " + outcome.title() + (asked > 0 ? ", " + asked + " nội dung" : "")
                            + ".");
            return Verdict.done();
        });
    }

    /** An appraisal that isn't given yet, by somebody of the board who wrote nothing in the dossier. */
    private Verdict open(String id, Board board, String user, Function<Dossier, Verdict> deed) {
        return steps.step(id, board.role(), APPRAISING, user, dossier -> {
            var own = steps.own(dossier, board.role(), user, "APPRAISE_ATTEMPT_REFUSED", "thẩm định");
            if (own != null) {
                return own;
            }
            var given = store.appraisals(dossier).stream()
                    .filter(one -> one.board() == board)
                    .map(Appraisal::given)
                    .filter(Objects::nonNull)
                    .findFirst();
            return given.isPresent()
                    ? Verdict.refused(board.title() + " đã gửi ý kiến thẩm định lúc "
                            + VietnamTime.moment(given.get().at()) + "; ý kiến đã gửi không sửa được nữa.")
                    : deed.apply(dossier);
        });
    }

    /** Reminds the boards that haven't appraised; safe to repeat. */
    @Transactional
    public void remind(String id) {
        var dossier = dossiers.lock(id);
        var late = late(dossier);
        if (!late.isEmpty()) {
            store.remindBoards(dossier, clock.instant());
            steps.log(dossier, "APPRAISAL_REMINDED", "Nhắc thẩm định: " + names(late) + ".");
        }
    }

    /** Reports the delay of the boards that haven't appraised to office and secretary of the superior; safe to repeat. */
    @Transactional
    public void escalate(String id) {
        var dossier = dossiers.lock(id);
        var late = late(dossier);
        if (!late.isEmpty()) {
            store.escalateAppraisals(dossier, clock.instant());
            steps.log(
                    dossier,
                    "APPRAISAL_ESCALATED",
                    "Báo cáo Văn phòng và Bí thư cấp ủy cấp trên việc chậm thẩm định: " + names(late) + ".");
        }
    }

    private List<Appraisal> late(Dossier dossier) {
        return dossier.status() == DossierStatus.APPRAISING
                ? store.appraisals(dossier).stream()
                        .filter(one -> one.given() == null)
                        .toList()
                : List.of();
    }

    private static String names(List<Appraisal> late) {
        return String.join(", ", late.stream().map(one -> one.board().title()).toList());
    }
}
