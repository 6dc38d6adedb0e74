package vn.daihoi.approval.web;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.daihoi.approval.Dossier;
import vn.daihoi.approval.Dossiers;
import vn.daihoi.congress.Congresses;
import vn.daihoi.congress.web.RecordDesk;
import vn.daihoi.organisation.Members;

/** What all pages of a dossier need: it or "not found", its heading and tabs, and an answer to a deed. */
@Component
class DossierDesk extends RecordDesk {

    private static final List<Tab> TABS = List.of(
            new Tab("", "Hồ sơ"),
            new Tab("/tham-dinh", "Thẩm định"),
            new Tab("/phieu", "Phiếu xin ý kiến"),
            new Tab("/quyet-dinh", "Quyết định"));

    private final Dossiers dossiers;
    private final Congresses congresses;

    DossierDesk(Dossiers dossiers, Congresses congresses, Members members) {
        super(members);
        this.dossiers = dossiers;
        this.congresses = congresses;
    }

    /** One this person may see; one of another ward answers like one that doesn't exist. */
    Dossier visible(String id, Principal user) {
        return dossiers.visible(id, user.getName()).orElseThrow(RecordDesk::notFound);
    }

    /** What approval/parts :: head shows. */
    void frame(Model model, Dossier shown, String path) {
        frame(
                model,
                shown.id(),
                shown.title() + " – " + congresses.title(congresses.get(shown.congress())),
                TABS,
                path);
        model.addAttribute("dossier", shown);
    }
}
