package vn.daihoi.approval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import vn.daihoi.approval.ChangeRequest.Stage;
import vn.daihoi.approval.ChangeRequest.Wanted;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.consultation.Place;
import vn.daihoi.document.Versions;
import vn.daihoi.document.text.Search;

/** The changes that are asked for, each of one place in one of the versions that were sent. */
@Component
class Requests {

    private static final int LONGEST = 4000;

    /** "Đ12: nêu rõ căn cứ"; without accent too, since the code is what counts. */
    private static final Pattern CODED = Pattern.compile("([ĐđDd] ?\\d{1,18})\\s*[:.–—-]\\s*(.+)");

    private final ApprovalStore store;
    private final Versions versions;

    Requests(ApprovalStore store, Versions versions) {
        this.store = store;
        this.versions = versions;
    }

    /** What somebody wrote into one field of a form: a request on each line, with the code of its clause in front or none. */
    static List<Wanted> lines(String document, String typed) {
        var wanted = new ArrayList<Wanted>();
        CleanText.lines(typed)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    var coded = CODED.matcher(line);
                    wanted.add(
                            coded.matches()
                                    ? new Wanted(document, coded.group(1), coded.group(2))
                                    : new Wanted(document, "", line));
                });
        return wanted;
    }

    /** Keeps a request; refused when there is no such place, or nothing is said. */
    Verdict add(Dossier dossier, Stage stage, String source, Wanted wanted, Signed by) {
        var text = CleanText.lines(wanted.text());
        var fault = text(text);
        if (fault instanceof Verdict.Refused) {
            return fault;
        }
        var version = store.versions(dossier).get(wanted.document());
        if (version == null) {
            return Verdict.refused("document", "Phải chọn “Văn kiện” có trong hồ sơ đã trình.");
        }
        var clause = wanted.clause().isBlank() ? OptionalLong.of(Place.WHOLE) : Place.read(wanted.clause());
        if (clause.isEmpty() || !exists(wanted.document(), version, clause.getAsLong())) {
            return Verdict.refused(
                    "clause",
                    "“Mã đoạn” " + CleanText.line(wanted.clause()) + " không có trong phiên bản " + version
                            + " của văn kiện. Hãy ghi như Đ12, hoặc để trống nếu nói về toàn văn.");
        }
        store.ask(dossier, stage, source, wanted.document(), version, clause.getAsLong(), text, by);
        return Verdict.done();
    }

    /** Keeps several, or none at all when one of them won't do. */
    Verdict add(Dossier dossier, Stage stage, String source, List<Wanted> all, Signed by) {
        for (var wanted : all) {
            var added = add(dossier, stage, source, wanted, by);
            if (added instanceof Verdict.Refused) {
                return added;
            }
        }
        return Verdict.done();
    }

    /** Words a request anew. */
    Verdict reword(ChangeRequest request, String typed, Signed by) {
        var text = CleanText.lines(typed);
        var fault = text(text);
        if (!(fault instanceof Verdict.Refused)) {
            store.reword(request.id(), text, by);
        }
        return fault;
    }

    /** Those of one stage and source in the submission at hand. */
    List<ChangeRequest> of(Dossier dossier, Stage stage, String source) {
        return store.requests(dossier.id(), dossier.submission()).stream()
                .filter(one -> one.stage() == stage && one.source().equals(source))
                .toList();
    }

    /**
     * Makes what appraisals and slips ask for the draft of what the decision asks for, unless there is one already. What
     * was asked for twice in the same words, as by a member who was asked again, stands there once.
     */
    void propose(Dossier dossier) {
        var all = store.requests(dossier.id(), dossier.submission());
        if (all.stream().noneMatch(one -> one.stage() == Stage.DECISION)) {
            var words = new HashSet<List<Object>>();
            all.stream()
                    .filter(one -> words.add(List.of(one.document(), one.clauseId(), Search.normal(one.text()))))
                    .forEach(one -> store.ask(
                            dossier,
                            Stage.DECISION,
                            "",
                            one.document(),
                            one.version(),
                            one.clauseId(),
                            one.text(),
                            one.said()));
        }
    }

    private boolean exists(String document, int version, long clause) {
        return clause == Place.WHOLE
                || versions.numbered(document, version).map(versions::read).stream()
                        .flatMap(text -> text.clauses().stream())
                        .anyMatch(one -> one.id() == clause);
    }

    private static Verdict text(String text) {
        // dots or a line drawn between two requests say nothing, and nothing can't be answered
        if (Search.normal(text).isEmpty()) {
            return Verdict.refused("text", "Phải ghi “Nội dung đề nghị”.");
        }
        return text.length() > LONGEST
                ? Verdict.refused("text", "“Nội dung đề nghị” dài quá " + LONGEST + " ký tự.")
                : Verdict.done();
    }
}
