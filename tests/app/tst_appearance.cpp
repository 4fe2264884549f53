// SPDX-License-Identifier: GPL-3.0-or-later
// What is painted of fields, boxes and buttons can be seen in every theme.

#include <QTest>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include "app/controls/appearance.h"

#include <algorithm>

using namespace coroscope;
using timeline::contrast;
using timeline::Theme;

class TestAppearance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesOfFieldsAreSeen_data()
    {
        QTest::addColumn<int>("theme");
        for (const Theme::Id id : {Theme::Id::Light, Theme::Id::Dark, Theme::Id::Print})
            QTest::newRow(qPrintable(themeName(id))) << static_cast<int>(id);
    }

    void framesOfFieldsAreSeen()
    {
        QFETCH(int, theme);
        Appearance appearance;
        appearance.setTheme(static_cast<Theme::Id>(theme));
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *box = new QCheckBox(QStringLiteral(" "));
        auto *combo = new QComboBox;
        combo->addItem(QStringLiteral("Drawing (SVG)"));
        auto *elsewhere = new QPushButton(QStringLiteral("elsewhere"));
        const QList<QWidget *> fields{box, new QSpinBox, new QDoubleSpinBox, combo, new QLineEdit, new QToolButton};
        row->addWidget(elsewhere);
        for (QWidget *field : fields)
            row->addWidget(field);
        window.resize(900, 80);
        window.show();
        elsewhere->setFocus();
        const QImage picture = window.grab().toImage();
        const QColor ground = picture.pixelColor(1, 1);
        for (const QWidget *field : fields) {
            // Somewhere from its left to its middle there is its frame.
            const QRect place = field->geometry();
            double best = 0;
            for (int x = place.left() - 1; x < place.left() + 12; ++x)
                best = std::max(best, contrast(picture.pixelColor(x, place.center().y()), ground));
            QVERIFY2(best >= 3,
                     qPrintable(
                         QStringLiteral("%1: %2").arg(QLatin1StringView(field->metaObject()->className())).arg(best)));
        }
    }

    void promptsCanBeRead_data() { framesOfFieldsAreSeen_data(); }

    void promptsCanBeRead()
    {
        QFETCH(int, theme);
        Appearance appearance;
        appearance.setTheme(static_cast<Theme::Id>(theme));
        QLineEdit field;
        field.setPlaceholderText(QStringLiteral("Search…"));
        field.show();
        field.ensurePolished();
        const QPalette palette = field.palette();
        const QColor prompt = palette.color(QPalette::PlaceholderText);
        QCOMPARE(prompt.alpha(), 255);
        for (const QColor &ground : {appearance.theme().background, appearance.theme().panel})
            QVERIFY(contrast(prompt, ground) >= 4.5);
    }

    void aButtonThatIsOfNoUseLooksLikeOne_data() { framesOfFieldsAreSeen_data(); }

    void aButtonThatIsOfNoUseLooksLikeOne()
    {
        QFETCH(int, theme);
        Appearance appearance;
        appearance.setTheme(static_cast<Theme::Id>(theme));
        QToolButton button;
        button.setText(QStringLiteral("⟳"));
        button.resize(60, 40);
        const QImage on = button.grab().toImage();
        button.setEnabled(false);
        const QImage off = button.grab().toImage();
        int changed = 0;
        for (int y = 0; y < on.height(); ++y) {
            for (int x = 0; x < on.width(); ++x)
                changed += on.pixelColor(x, y) != off.pixelColor(x, y);
        }
        QVERIFY2(changed > on.width() + on.height(), qPrintable(QString::number(changed)));
    }

    void aDesktopOfHighContrastIsFollowed()
    {
        Appearance appearance;
        QPalette yellow;
        for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button})
            yellow.setColor(role, Qt::black);
        for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            yellow.setColor(role, Qt::yellow);
        yellow.setColor(QPalette::Highlight, Qt::green);
        appearance.follow(yellow);
        QCOMPARE(appearance.theme().id, Theme::Id::Dark);
        QCOMPARE(appearance.theme().text, QColor(Qt::yellow));
        QCOMPARE(appearance.theme().panel, QColor(Qt::black));
        QCOMPARE(appearance.theme().accent, QColor(Qt::green));
        QCOMPARE(QApplication::palette().color(QPalette::WindowText), QColor(Qt::yellow));
        appearance.setTheme(Theme::Id::Dark); // chosen
        QCOMPARE(appearance.theme().text, Theme::dark().text);
    }

    void anyOtherDesktopSaysLightOrDark()
    {
        Appearance appearance;
        QPalette dark(QColor(0x30, 0x30, 0x30));
        appearance.follow(dark);
        QCOMPARE(appearance.theme().text, Theme::dark().text);
        appearance.follow(QPalette(QColor(0xef, 0xef, 0xef)));
        QCOMPARE(appearance.theme().text, Theme::light().text);
    }
};

QTEST_MAIN(TestAppearance)
#include "tst_appearance.moc"
