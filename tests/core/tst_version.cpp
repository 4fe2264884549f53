// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/version.h"

#include <algorithm>

class VersionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isThreeNumbersWithDots();
};

void VersionTest::isThreeNumbersWithDots()
{
    const auto version = coroscope::versionString();
    QCOMPARE(std::count(version.begin(), version.end(), '.'), 2);
    QCOMPARE(version.find_first_not_of("0123456789."), std::string_view::npos);
}

QTEST_GUILESS_MAIN(VersionTest)
#include "tst_version.moc"
