package vn.daihoi.cell;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Stores the congresses of the cells. */
interface CellCongressRepository extends CrudRepository<CellCongress, String> {

    /** All within one ward's congress, in no particular order. */
    List<CellCongress> findByCongress(String congress);
}
