// Fills in a form with mupdf and saves it: `mutool run fillmupdf.js FILE.pdf OUT.pdf WORDS`.
var doc = new PDFDocument(scriptArgs[0]);
for (var n = 0; n < doc.countPages(); n++) {
  var page = doc.loadPage(n);
  page.getWidgets().forEach(function (field) {
    if (field.getFieldType() === "text") field.setTextValue(field.getMaxLen() === 2 ? "10" : scriptArgs[2]);
    else if (field.getFieldType() === "checkbox") field.toggle();
  });
  page.update();
}
doc.save(scriptArgs[1], "");
