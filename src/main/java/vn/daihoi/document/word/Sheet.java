package vn.daihoi.document.word;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.daihoi.document.text.Clause;

/**
 * A version as it is put on paper.
 *
 * @param document id of the document; written into the file, so that it is known again
 * @param version number of the version, 0 for an unpublished draft
 * @param superior name of the superior body for the left of the heading; empty for none
 * @param issuer name of the issuing body below it
 * @param number number and code, "Số 05-NQ/ĐU"; null while none is allocated
 * @param place where it is dated; empty for none
 * @param date the day it bears, null for a blank to fill in
 * @param draftMark "Dự thảo lần 2"; null for an issued document
 * @param recipients lines of "Nơi nhận"; empty for no such block
 * @param signature lines at the lower right: "T/M ĐẢNG ỦY", "BÍ THƯ"; empty for none. No names of people.
 * @param clauses the text
 */
public record Sheet(
        String document,
        int version,
        String superior,
        String issuer,
        @Nullable String number,
        String place,
        @Nullable LocalDate date,
        @Nullable String draftMark,
        List<String> recipients,
        List<String> signature,
        List<Clause> clauses) {}
