package vn.daihoi.congress;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;

/** Stores the congresses. */
interface CongressRepository extends CrudRepository<Congress, String> {

    /** Whether the ward already has one for the term that was not called off. */
    @Query("select exists (select 1 from congress where ward = :ward and term = :term and status <> 'CANCELLED')")
    boolean standing(String ward, String term);

    /** Those of some wards: the standing ones first, the newest first. */
    @Query("select * from congress where ward in (:wards) order by status = 'CANCELLED', created_at desc, id")
    List<Congress> ofWards(Collection<String> wards);
}
