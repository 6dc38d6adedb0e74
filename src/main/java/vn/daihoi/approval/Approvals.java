package vn.daihoi.approval;

import org.springframework.stereotype.Service;

/** What the superior makes of a dossier once it is received: appraisals, opinion slips, decision, notice. */
@Service
public class Approvals {}
