import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constantsOf, roles } from '../lib/roles.js';

test('roles are read out of the enum, whatever their arguments and comments say', () => {
  const java = `
    package vn.daihoi.organisation;

    /** Closed list; WARD_CLERK is no longer in it. */
    public enum Role {
        /** Secretary of a cell. */
        CELL_SECRETARY(CELL, "Bí thư chi bộ (CB)"),
        WARD_OFFICE(Level.WARD, "Văn phòng; TỔNG HỢP"), // not WARD_DESK
        ADMIN(SYSTEM, List.of("A", "B"));

        private static final String PREFIX = "ROLE_";
    }`;
  assert.deepEqual(constantsOf(java), ['CELL_SECRETARY', 'WARD_OFFICE', 'ADMIN']);
});

test('without the enum the known list holds', () => {
  assert.ok(roles('/nowhere').includes('WARD_SECRETARY'));
});
