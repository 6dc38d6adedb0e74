package vn.daihoi.approval;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.daihoi.congress.ChecklistItem;
import vn.daihoi.congress.Signed;
import vn.daihoi.congress.Verdict;
import vn.daihoi.consultation.CleanText;
import vn.daihoi.organisation.Role;

/** What the office adds to a dossier by hand: files, and receipts for papers that may not be kept here. */
@Service
public class Contributions {

    private static final int REGISTER_LENGTH = 50;
    private static final int HOLDER_LENGTH = 200;

    private final ContributionStore store;
    private final DossierSteps steps;
    private final Checklists checklists;
    private final FileContents contents;

    Contributions(ContributionStore store, DossierSteps steps, Checklists checklists, FileContents contents) {
        this.store = store;
        this.steps = steps;
        this.checklists = checklists;
        this.contents = contents;
    }

    /**
     * A file that was uploaded for an item.
     *
     * @param item code of the item
     * @param fileName cleaned, with the ending of what it really is
     * @param type what it really is
     * @param size in bytes
     * @param sha256 of its bytes
     * @param uploaded who and when
     */
    public record Upload(String item, String fileName, FileType type, int size, String sha256, Signed uploaded) {}

    /**
     * What is noted of a paper: where it lies, and nothing of what it says.
     *
     * @param registerNumber under which it is registered
     * @param receivedOn the day
     * @param holder who keeps it
     */
    public record PaperReceipt(String registerNumber, LocalDate receivedOn, String holder) {}

    /** The files of a dossier by item. */
    public Map<String, Upload> uploads(String dossier) {
        return store.uploads(dossier);
    }

    /** The receipts of a dossier by item. */
    public Map<String, PaperReceipt> papers(String dossier) {
        return store.papers(dossier);
    }

    /** The bytes of a file. */
    public byte[] bytes(Upload upload) {
        return contents.bytes(upload.sha256());
    }

    /**
     * Takes a file for an item, in place of the one before. Refused for what isn't PDF, DOCX or XLSX, hides something that
     * acts, or is marked secret.
     *
     * @param fileName as the browser sent it, trusted in nothing
     * @param secret whether the uploader ticked that the paper bears a stamp of secrecy
     */
    @Transactional
    public Verdict upload(
            String id, String item, @Nullable String fileName, byte[] bytes, boolean secret, String user) {
        return change(id, item, user, ChecklistItem.Kind.UPLOAD, (dossier, wanted) -> {
            if (secret) {
                return Verdict.refused("secret", FileGuard.SECRET);
            }
            var examined = FileGuard.examine(bytes);
            if (examined instanceof FileGuard.Examined.Refused refused) {
                return Verdict.refused("file", refused.message());
            }
            var type = ((FileGuard.Examined.Fine) examined).type();
            var name = FileNames.clean(fileName, wanted.title(), type);
            var sha256 = contents.put(bytes);
            store.put(id, new Upload(item, name, type, bytes.length, sha256, steps.now(user)));
            steps.log(
                    dossier,
                    Role.WARD_OFFICE,
                    user,
                    "DOSSIER_FILE_UPLOADED",
                    "Tải tệp lên mục " + wanted.code() + ", SHA-256 " + sha256 + ".");
            return Verdict.done();
        });
    }

    /** Notes that the paper of an item lies somewhere, in place of a file; no title, no content. */
    @Transactional
    public Verdict recordPaper(String id, String item, PaperReceipt receipt, String user) {
        return change(id, item, user, ChecklistItem.Kind.PAPER, (dossier, wanted) -> {
            var number = CleanText.line(receipt.registerNumber());
            var holder = CleanText.line(receipt.holder());
            if (number.isEmpty() || number.length() > REGISTER_LENGTH) {
                return Verdict.refused(
                        "registerNumber", "Phải ghi “Số đăng ký”, không quá " + REGISTER_LENGTH + " ký tự.");
            }
            if (receipt.receivedOn().isAfter(steps.today())) {
                return Verdict.refused("receivedOn", "“Ngày nhận” không được ở trong tương lai.");
            }
            if (holder.isEmpty() || holder.length() > HOLDER_LENGTH) {
                return Verdict.refused("holder", "Phải ghi “Nơi giữ”, không quá " + HOLDER_LENGTH + " ký tự.");
            }
            store.put(id, item, new PaperReceipt(number, receipt.receivedOn(), holder), steps.now(user));
            steps.log(
                    dossier,
                    Role.WARD_OFFICE,
                    user,
                    "DOSSIER_PAPER_RECORDED",
                    "Ghi nhận bản giấy cho mục " + wanted.code() + ".");
            return Verdict.done();
        });
    }

    /** Takes away the file or the receipt of an item; nothing happens when there is none. */
    @Transactional
    public Verdict remove(String id, String item, String user) {
        var dossier = steps.lock(id);
        var fault = steps.closedFault(dossier, user);
        if (fault != null) {
            return fault;
        }
        if (store.clear(id, item)) {
            steps.log(
                    dossier,
                    Role.WARD_OFFICE,
                    user,
                    "DOSSIER_PART_REMOVED",
                    "Bỏ tệp hoặc biên nhận của mục " + item + ".");
        }
        return Verdict.done();
    }

    /** Does something to an item of a locked dossier. */
    private interface Deed {
        Verdict on(Dossier dossier, ChecklistItem item);
    }

    private Verdict change(String id, String code, String user, ChecklistItem.Kind kind, Deed deed) {
        var dossier = steps.lock(id);
        var fault = steps.closedFault(dossier, user);
        if (fault != null) {
            return fault;
        }
        checklists.take(dossier);
        Optional<ChecklistItem> item = checklists.live(dossier).checklist().stream()
                .flatMap(list -> list.items().stream())
                .filter(one -> one.code().equals(code))
                .findFirst();
        Supplier<Verdict> unfit = () -> Verdict.refused("Mục này không có trong danh mục hồ sơ, hoặc không nhận "
                + (kind == ChecklistItem.Kind.UPLOAD ? "tệp tải lên." : "biên nhận bản giấy."));
        // a file may always stay on paper, a paper is never uploaded
        return item.filter(one -> one.kind() == kind || one.kind() == ChecklistItem.Kind.UPLOAD)
                .map(one -> deed.on(dossier, one))
                .orElseGet(unfit);
    }
}
