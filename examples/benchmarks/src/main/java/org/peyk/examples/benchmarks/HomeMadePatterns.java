package org.peyk.examples.benchmarks;

import java.util.List;

/** The dozen of patterns that a scanner of one's own usually starts with; none has a nested or an ambiguous repetition. */
final class HomeMadePatterns {

    static final List<String> ALL = List.of(
            "\\b[1-9][0-9]{10}\\b",
            "\\b[0-9]{10}\\b",
            "\\bTR[0-9]{2}[ ]?([0-9]{4}[ ]?){5}[0-9]{2}\\b",
            "\\b[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}\\b",
            "(\\+90|0)?[ ]?\\(?5[0-9]{2}\\)?[ ]?[0-9]{3}[ ]?[0-9]{2}[ ]?[0-9]{2}",
            "0[ ]?\\(?[234][0-9]{2}\\)?[ ]?[0-9]{3}[ ]?[0-9]{2}[ ]?[0-9]{2}",
            "[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}",
            "\\b(0[1-9]|[1-7][0-9]|8[01])[ ]?[A-Z]{1,3}[ ]?[0-9]{2,4}\\b",
            "\\b[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}\\b",
            "\\b[0-3]?[0-9][./-][01]?[0-9][./-](19|20)[0-9]{2}\\b",
            "(?i)(ogrenci|öğrenci|student)[ ]?(no|numarası|number)[ :]*[0-9]{6,12}",
            "(?i)(hamile|engelli|kanser|depresyon|hükümlü|sabıka|sendika üyesi|alevi|kürt kökenli|hiv|epilepsi|sağlık raporu)");

    private HomeMadePatterns() {}
}
