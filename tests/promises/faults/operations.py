"""Everything the program does to the file, as data: a new operation is one line."""

from tests.promises.faults import daily, sheet, upkeep
from tests.promises.faults.operation import Operation

OPERATIONS = {
    "a save": Operation(daily.a_logbook, daily.save, daily.saved),
    "a draft": Operation(daily.a_logbook, daily.keep, daily.kept),
    "a new logbook": Operation(daily.nothing, daily.make, daily.made),
    "a backup": Operation(
        upkeep.with_an_earlier_backup, upkeep.back_up, upkeep.backed_up, keeps=("kopieën",)
    ),
    "a migration": Operation(
        upkeep.the_first_version,
        upkeep.migrate,
        upkeep.migrated,
        keeps=("logboek-voor-versie-*.vplogboek",),
    ),
    "a destruction": Operation(
        upkeep.with_old_matters, upkeep.destroy_old_matters, upkeep.destroyed, keeps=("telling",)
    ),
    "a change of passphrase": Operation(
        daily.a_logbook,
        upkeep.change_passphrase,
        upkeep.changed,
        upkeep.opened_with_either,
    ),
    "a change of passphrase without hard links": Operation(
        daily.a_logbook,
        upkeep.change_passphrase_without_hard_links,
        upkeep.changed,
        upkeep.opened_with_either,
    ),
    "a new passphrase by the sheet": Operation(
        sheet.with_a_sheet,
        sheet.unlock,
        upkeep.changed,
        upkeep.opened_with_either,
        keeps=(sheet.PAPER,),
    ),
    "a start mended by the sheet": Operation(
        sheet.with_a_damaged_start,
        sheet.heal,
        sheet.healed,
        keeps=(sheet.PAPER, "*.beschadigd*"),
    ),
}
