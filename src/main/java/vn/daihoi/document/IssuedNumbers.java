package vn.daihoi.document;

import java.time.LocalDate;
import java.util.Optional;
import vn.daihoi.congress.Signed;

/** The numbers under which versions were issued. */
public interface IssuedNumbers {

    /**
     * A number once given; it never changes.
     *
     * @param number as printed, "Số 05-NQ/ĐU"
     * @param place where the paper is dated
     * @param date the day it bears
     * @param given who gave it and when
     */
    record IssuedNumber(String number, String place, LocalDate date, Signed given) {}

    /** The number of the version with this id; empty while none is given. */
    Optional<IssuedNumber> of(String version);
}
