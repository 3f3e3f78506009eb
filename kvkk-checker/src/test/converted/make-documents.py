#!/usr/bin/env python3
"""Makes the documents of src/test/resources/converted with LibreOffice (soffice on the path). Not part of the build.

    python3 make-documents.py OUT

Each document is written as flat OpenDocument, saved by LibreOffice in the other formats, and its text extracted by LibreOffice beside it.
"""
import base64
import os
import struct
import subprocess
import sys
import tempfile
import zlib

NS = " ".join('xmlns:%s="%s"' % (p, u) for p, u in {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}.items())


def flat(kind, body, styles=""):
    return ('<?xml version="1.0" encoding="UTF-8"?><office:document %s office:version="1.3"'
            ' office:mimetype="application/vnd.oasis.opendocument.%s"><office:automatic-styles>%s</office:automatic-styles>'
            '<office:body>%s</office:body></office:document>') % (NS, kind, styles, body)


def p(text):
    return "<text:p>%s</text:p>" % text


def h(level, text):
    return '<text:h text:outline-level="%d">%s</text:h>' % (level, text)


def items(*texts):
    return "<text:list>" + "".join("<text:list-item>%s</text:list-item>" % (t if t.startswith("<") else p(t)) for t in texts) + "</text:list>"


def table(name, rows):
    columns = '<table:table-column table:number-columns-repeated="%d"/>' % max(len(r) for r in rows)
    return '<table:table table:name="%s">%s%s</table:table>' % (name, columns, "".join(
        "<table:table-row>" + "".join('<table:table-cell office:value-type="string">%s</table:table-cell>' % (c if c.startswith("<") else p(c))
                                      for c in r) + "</table:table-row>" for r in rows))


def note(kind, number, text):
    return ('<text:note text:id="n%d" text:note-class="%s"><text:note-citation>%d</text:note-citation><text:note-body>%s</text:note-body>'
            '</text:note>') % (number, kind, number, p(text))


def png():
    rows = b"".join(b"\0" + b"\x20\x60\xa0" * 12 for _ in range(12))
    chunk = lambda t, d: struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 12, 12, 8, 2, 0, 0, 0)) + chunk(
        b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def picture(title):
    return ('<draw:frame draw:name="Resim" text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image><office:binary-data>%s'
            '</office:binary-data></draw:image><svg:desc>%s</svg:desc></draw:frame>') % (base64.b64encode(png()).decode(), title)


def box(text):
    return ('<draw:frame draw:name="Kutu" text:anchor-type="paragraph" svg:width="6cm" svg:height="2cm"><draw:text-box>%s</draw:text-box>'
            '</draw:frame>') % p(text)


LETTERS = "Pijamalı hasta yağız şoföre çabucak güvendi. ÇĞİÖŞÜ çğıöşü Âlim hâlâ kâr ediyor. İIıi ŞĞÜ"
LONG = ("Üniversitemizin Şehitlik Yerleşkesi'nde güz yarıyılı boyunca sürdürülecek iyileştirme çalışmaları nedeniyle "
        "kütüphanenin çalışma saatleri değiştirilmiştir; öğrencilerimizin ilgili duyuruları izlemeleri önemle rica olunur. ")

STYLES = ('<style:style style:name="K" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
          '<style:style style:name="E" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>'
          '<style:style style:name="G" style:family="text"><style:text-properties text:display="none"/></style:style>'
          '<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2"'
          ' fo:column-gap="0.5cm"/></style:section-properties></style:style>')

TEXTS = {
    "harfler": h(1, "Harflerin sınanması") + p(LETTERS) + p("“Tırnak” ‘tek’ – kısa çizgi — uzun çizgi… ½ € ₺ № ©") + p(LONG * 3),
    "listeler": h(1, "Başvuru belgeleri") + items("Nüfus kayıt örneği", "Öğrenci belgesi", p("İç liste") + items("Sağlık raporu", "Fotoğraf"))
    + h(2, "Adımlar") + items("Formu doldurunuz", "İmzalayınız", "Birime teslim ediniz") + p("Son gün 12 Aralık 2026."),
    "tablolar": h(1, "Program") + table("P", [["Saat", "Konu", "Salon"], ["09.30", "Açılış konuşması", "Çınar"], ["11.00", "Ağ ve göç", "Ihlamur"],
                                             ["13.30", "Şehir ve İletişim", "Gürgen"]])
    + p("Tablodan sonra gelen paragraf.") + table("N", [["Birim", p("Sorumlu") + p("Dahili 2145")], ["Öğrenci İşleri", "Şube Müdürlüğü"]]),
    "notlar": h(1, "Dipnotlu metin") + p("Yönetmelik" + note("footnote", 1, "Resmî Gazete'de yayımlanmıştır.") + " uyarınca başvurular alınır.")
    + p("Ayrıntılar" + note("endnote", 2, "Senato kararına bakınız.") + " ektedir.") + p(LONG),
    "resimler": h(1, "Afiş") + p(picture("Seminer afişi: mavi zemin")) + p("Resimden sonra gelen açıklama.") + p(box("Kutudaki yazı: Çınar Salonu")
                                                                                                          + "Kutunun yanındaki paragraf."),
    "bicimler": h(1, "Biçimler") + p('Bu cümlede <text:span text:style-name="K">kalın</text:span> ve <text:span text:style-name="E">eğik</text:span>'
                                    ' sözcükler vardır; bö<text:span text:style-name="K">lünmüş</text:span> sözcük bütündür.')
    + p('Ayrıntılar <text:a xlink:type="simple" xlink:href="https://universite.example/duyuru">duyuru sayfasında</text:a>.')
    + p("Sekme<text:tab/>ile ayrılmış<text:tab/>sütunlar.<text:line-break/>Yeni satır.") + p("Üç<text:s text:c=\"3\"/>boşluk."),
    "sutunlar": h(1, "İki sütunlu bülten") + '<text:section text:style-name="S" text:name="B">' + "".join(
        p("%d. haber: %s" % (i, LONG)) for i in range(1, 5)) + "</text:section>" + p("Bülten sonu."),
    "uzun": h(1, "Yönerge") + "".join(h(2, "Madde %d" % i) + p("(%d) %s" % (i, LONG * 2)) for i in range(1, 16)),
    "resmi-yazi": p("T.C.") + p("ÖRNEK ÜNİVERSİTESİ REKTÖRLÜĞÜ") + p("Sayı : E-48215973-302.01-184220") + p("Konu : Bahar Semineri")
    + p("İLGİLİ MAKAMA") + p(LONG) + p("Bilgilerinizi ve gereğini rica ederim.") + p("Prof. Dr. Örnek KİŞİ") + p("Rektör") + items("Ek: Program (1 sayfa)"),
}

SHEETS = {
    "liste": [("Liste", [["Sıra", "Adı Soyadı", "Bölüm", "Puan"]] + [[str(i), "Öğrenci %d" % i, "İletişim Fakültesi", str(60 + i)] for i in range(1, 30)])],
    "sayfalar": [("Güz", [["Ders", "Şube"], ["Türk Dili", "1"], ["Atatürk İlkeleri", "2"]]), ("Bahar", [["Ders", "Gün"], ["İstatistik", "Çarşamba"]])],
    "butce": [("Bütçe", [["Kalem", "Tutar"], ["Yolluk", "12500"], ["Kırtasiye", "430"], ["Toplam", "12930"]])],
    "saatler": [("Çizelge", [["Gün", "Saat", "Yer"], ["Pazartesi", "09.30", "Çınar"], ["Salı", "11.00", "Ihlamur"], ["Perşembe", "13.30", "Gürgen"]])],
}


def sheet_cell(value):
    if value.isdigit():
        return '<table:table-cell office:value-type="float" office:value="%s">%s</table:table-cell>' % (value, p(value))
    return '<table:table-cell office:value-type="string">%s</table:table-cell>' % p(value)


def sheets(tables):
    return "<office:spreadsheet>" + "".join('<table:table table:name="%s">%s</table:table>' % (n, "".join(
        "<table:table-row>" + "".join(sheet_cell(c) for c in r) + "</table:table-row>" for r in rows)) for n, rows in tables) + "</office:spreadsheet>"


def convert(profile, target, out, *files):
    subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", target, "--outdir", out, *files],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main(out):
    os.makedirs(out, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        profile = os.path.join(work, "profile")
        sources = {}
        for kind, extension, documents in (("text", "fodt", {n: ("<office:text>%s</office:text>" % b, STYLES) for n, b in TEXTS.items()}),
                                           ("spreadsheet", "fods", {n: (sheets(t), "") for n, t in SHEETS.items()})):
            sources[kind] = []
            for name, (body, styles) in documents.items():
                path = os.path.join(work, name + "." + extension)
                with open(path, "w", encoding="utf-8") as f:
                    f.write(flat(kind, body, styles))
                sources[kind].append(path)
        for target in ("docx", "odt", "rtf", "doc", "pdf", "html:HTML (StarWriter)", "txt:Text (encoded):UTF8"):
            convert(profile, target, out, *sources["text"])
        for target in ("xlsx", "ods", "xls"):
            convert(profile, target, out, *sources["spreadsheet"])
        convert(profile, "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1", out, *sources["spreadsheet"])
    # the marks of notes are no words of the text
    notes = os.path.join(out, "notlar.txt")
    text = open(notes, encoding="utf-8").read().replace("Yönetmelik1", "Yönetmelik").replace("Ayrıntılari", "Ayrıntılar")
    with open(notes, "w", encoding="utf-8") as f:
        f.write(text)
    for name in list(SHEETS):
        parts = sorted(f for f in os.listdir(out) if f.startswith(name + "-") and f.endswith(".csv"))
        text = "".join(open(os.path.join(out, f), encoding="utf-8").read() for f in parts)
        for f in parts:
            os.remove(os.path.join(out, f))
        with open(os.path.join(out, name + ".txt"), "w", encoding="utf-8") as f:
            f.write(text)
    for f in os.listdir(out):
        if f.endswith(".png"):
            os.remove(os.path.join(out, f))


if __name__ == "__main__":
    main(sys.argv[1])
