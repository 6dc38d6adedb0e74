package vn.daihoi.approval;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dossiers and the steps of their life up to their being received, and whatever changes their status. Forms, pages and
 * the process alike come through here; an expected "no" is returned, never thrown.
 */
@Service
public class Dossiers {

    /** Opens the next dossier of a congress; gives back the one that is being put together when there is one. */
    @Transactional
    public String prepare(String congress) {
        throw new UnsupportedOperationException("dossier");
    }

    /**
     * A dossier that is known to exist.
     *
     * @throws java.util.NoSuchElementException when it doesn't
     */
    public Dossier get(String id) {
        throw new UnsupportedOperationException("dossier");
    }

    /** A dossier this person may see; one of another ward is as unknown as one that doesn't exist. */
    public Optional<Dossier> visible(String id, String user) {
        throw new UnsupportedOperationException("dossier");
    }

    /** The dossiers of a congress, in their order. */
    public List<Dossier> ofCongress(String congress) {
        throw new UnsupportedOperationException("dossier");
    }

    /** The row of a dossier, locked until the transaction ends; whoever changes a dossier or what hangs on it comes here. */
    @Transactional
    public Dossier lock(String id) {
        throw new UnsupportedOperationException("dossier");
    }

    /** Moves a locked dossier on from being received, for the one who appraises, asks and decides ({@link Approvals}). */
    @Transactional
    void become(String id, DossierStatus status) {
        throw new UnsupportedOperationException("dossier");
    }
}
