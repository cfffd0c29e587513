<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl_NL" sourcelanguage="en">
<context>
  <name>QPlatformTheme</name>
  <message><source>Discard</source><translation>Niet opslaan</translation></message>
  <message><source>Reset</source><translation>Herstellen</translation></message>
  <message><source>Restore Defaults</source><translation>Standaard terugzetten</translation></message>
  <message><source>Retry</source><translation>Opnieuw proberen</translation></message>
  <message><source>Ignore</source><translation>Doorgaan</translation></message>
  <message><source>Abort</source><translation>Stoppen</translation></message>
  <message><source>OK</source><translation>Verder</translation></message>
  <message><source>&amp;Yes</source><translation>&amp;Doen</translation></message>
  <message><source>&amp;No</source><translation>&amp;Niet doen</translation></message>
  <message><source>Yes to &amp;All</source><translation>&amp;Alles doen</translation></message>
  <message><source>N&amp;o to All</source><translation>Niets d&amp;oen</translation></message>
</context>
<context>
  <name>QFileDialog</name>
  <message><source>&amp;Look in:</source><translation>&amp;Zoeken in:</translation></message>
  <message><source>Files of &amp;type:</source><translation>Bestanden van &amp;type:</translation></message>
  <message><source>%1
File not found.
Please verify the correct file name was given.</source><translation>%1
Dit bestand is er niet.
Kijk of de naam klopt.</translation></message>
  <message><source>%1
Directory not found.
Please verify the correct directory name was given.</source><translation>%1
Deze map is er niet.
Kijk of de naam klopt.</translation></message>
  <message><source>Delete</source><translation>Weggooien</translation></message>
  <message><source>&amp;Delete</source><translation>&amp;Weggooien</translation></message>
  <message><source>Remove</source><translation>Weghalen</translation></message>
  <message><source>'%1' is write protected.
Do you want to delete it anyway?</source><translation>'%1' is beveiligd tegen schrijven.
Wilt u het toch weggooien?</translation></message>
  <message><source>Are you sure you want to delete '%1'?</source><translation>Wilt u '%1' weggooien?</translation></message>
  <message><source>Could not delete directory.</source><translation>De map is niet weggegooid.</translation></message>
  <message><source>Change to detail view mode</source><translation>Toon ook grootte en datum</translation></message>
  <message><source>Change to list view mode</source><translation>Toon alleen de namen</translation></message>
  <message><source>Detail View</source><translation>Met grootte en datum</translation></message>
  <message><source>List View</source><translation>Alleen namen</translation></message>
  <message><source>Show </source><translation>Toon </translation></message>
  <message><source>Alias</source><translation>Verwijzing</translation></message>
</context>
<context>
  <name>QPrintSettingsOutput</name>
  <message><source>Double Sided Printing</source><translation>Dubbelzijdig afdrukken</translation></message>
  <message><source>Off</source><translation>Uit</translation></message>
  <message><source>Long side binding</source><translation>Omslaan langs de lange kant</translation></message>
  <message><source>Short side binding</source><translation>Omslaan langs de korte kant</translation></message>
  <message><source>Page &amp;Set:</source><translation>&amp;Welke pagina's:</translation></message>
  <message><source>Collate</source><translation>Per exemplaar</translation></message>
  <message><source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source><translation>Zet komma's tussen de pagina's. Een streepje betekent: tot en met. 3,5-7,9 drukt pagina 3, 5, 6, 7 en 9 af.</translation></message>
  <message><source>Reverse</source><translation>Laatste pagina eerst</translation></message>
  <message><source>Selection</source><translation>Wat gekozen is</translation></message>
  <message><source>Current Page</source><translation>Deze pagina</translation></message>
  <message><source>Print range</source><translation>Wat wordt afgedrukt</translation></message>
  <message><source>Output Settings</source><translation>Hoe het wordt afgedrukt</translation></message>
  <message><source>Color Mode</source><translation>Kleur of grijs</translation></message>
  <message><source>to</source><translation>tot en met</translation></message>
</context>
<context>
  <name>QComboBox</name>
  <message><source>Open the combo box selection popup</source><translation>De lijst openen</translation></message>
</context>
<context>
  <name>QWidgetTextControl</name>
  <message><source>&amp;Redo</source><translation>Opnie&amp;uw doen</translation></message>
  <message><source>Delete</source><translation>Weghalen</translation></message>
  <message><source>Select All</source><translation>Alles kiezen</translation></message>
</context>
<context>
  <name>QLineEdit</name>
  <message><source>&amp;Redo</source><translation>Opnie&amp;uw doen</translation></message>
  <message><source>Delete</source><translation>Weghalen</translation></message>
  <message><source>Select All</source><translation>Alles kiezen</translation></message>
</context>
<context>
  <name>QFileSystemModel</name>
  <message><source>Invalid filename</source><translation>Deze naam kan niet</translation></message>
  <message><source>&lt;b&gt;The name "%1" cannot be used.&lt;/b&gt;&lt;p&gt;Try using another name, with fewer characters or no punctuation marks.</source><translation>&lt;b&gt;De naam "%1" kan niet.&lt;/b&gt;&lt;p&gt;Kies een andere naam: korter, of zonder leestekens.</translation></message>
</context>
<context>
  <name>QPrintDialog</name>
  <message><source>The 'From' value cannot be greater than the 'To' value.</source><translation>De eerste pagina kan niet na de laatste komen.</translation></message>
  <message><source>Print To File ...</source><translation>Naar een bestand afdrukken</translation></message>
  <message><source>File %1 is not writable.
Please choose a different file name.</source><translation>U mag het bestand %1 niet veranderen.
Kies een andere naam.</translation></message>
  <message><source>%1 is a directory.
Please choose a different file name.</source><translation>%1 is een map.
Kies een andere naam.</translation></message>
  <message><source>OK</source><translation>Verder</translation></message>
</context>
<context>
  <name>QPrintWidget</name>
  <message><source>Output &amp;file:</source><translation>&amp;Bestand:</translation></message>
  <message><source>Location:</source><translation>Plaats:</translation></message>
  <message><source>Preview</source><translation>Voorbeeld tonen</translation></message>
</context>
<context>
  <name>QPrintPropertiesDialog</name>
  <message><source>Page Setup Conflicts</source><translation>Deze pagina-instellingen gaan niet samen</translation></message>
  <message><source>Advanced Option Conflicts</source><translation>Deze opties gaan niet samen</translation></message>
</context>
<context>
  <name>QCupsPrinterSupport</name>
  <message><source>Authentication Needed</source><translation>De printer vraagt een wachtwoord</translation></message>
</context>
<context>
  <name>QCupsJobWidget</name>
  <message><source>Job Control</source><translation>Wanneer en hoe</translation></message>
  <message><source>Job priority:</source><translation>Voorrang:</translation></message>
  <message><source>Banner Pages</source><translation>Voorblad en achterblad</translation></message>
  <message><source>Hold Indefinitely</source><translation>Laten wachten</translation></message>
  <message><source>Print Immediately</source><translation>Meteen afdrukken</translation></message>
  <message><source>Specific Time</source><translation>Op een tijd</translation></message>
  <message><source>Unclassified</source><translation>Niet geheim</translation></message>
  <message><source>Classified</source><translation>Geheim</translation></message>
  <message><source>Job</source><translation>Opdracht</translation></message>
</context>
<context>
  <name>QAbstractSpinBox</name>
  <message><source>&amp;Select All</source><translation>Alles &amp;kiezen</translation></message>
</context>
<context>
  <name>QAccessibleActionInterface</name>
  <message><source>Press</source><translation>Drukken</translation></message>
  <message><source>Toggle</source><translation>Aan of uit zetten</translation></message>
  <message><source>Triggers the action</source><translation>Doet dit</translation></message>
  <message><source>Sets the focus</source><translation>Gaat hierheen</translation></message>
</context>
<context>
  <name>QAbstractFileIconProvider</name>
  <message><source>Folder</source><translation>Map</translation></message>
  <message><source>Drive</source><translation>Schijf</translation></message>
  <message><source>File</source><translation>Bestand</translation></message>
  <message><source>File Folder</source><translation>Map</translation></message>
  <message><source>%1 File</source><translation>%1-bestand</translation></message>
  <message><source>Shortcut</source><translation>Verwijzing</translation></message>
  <message><source>Alias</source><translation>Verwijzing</translation></message>
  <message><source>Unknown</source><translation>Onbekend</translation></message>
</context>
</TS>
