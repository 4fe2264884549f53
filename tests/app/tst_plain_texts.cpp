// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <QAbstractItemView>
#include <QAction>
#include <QHelpEvent>
#include <QLabel>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QToolTip>

#include <algorithm>

#include "app/chart/chart_widget.h"
#include "app/chart/slice_chart.h"
#include "app/controls/appearance.h"
#include "app/window/main_window.h"
#include "app/window/trace_page.h"

using namespace coroscope;

namespace {

const QString kHostile = QStringLiteral("<img src='x.png'>&amp;<b>b");

/// It would be taken for markup.
bool isMarkup(const QString &text)
{
    return Qt::mightBeRichText(text) && text.contains(QLatin1String("<img"));
}

} // namespace

/// What comes from a file is shown as it is, wherever: no markup, no pictures.
class TestPlainTexts : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// A file that also has such a name.
    QString write(QByteArray text) const
    {
        text.replace("HOSTILE", kHostile.toUtf8());
        QFile file(m_folder.filePath(kHostile + QStringLiteral(".json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
        return file.fileName();
    }
    static void checkEntries(const QAbstractItemModel &model)
    {
        for (int row = 0; row < std::min(model.rowCount(), 100); ++row) {
            for (int column = 0; column < model.columnCount(); ++column)
                QVERIFY2(!isMarkup(model.index(row, column).data(Qt::ToolTipRole).toString()),
                         model.metaObject()->className());
        }
    }
    /// Its tooltips, and its text if it is a label; adds to `shown` when that is hostile.
    static void check(QWidget &widget, int &shown)
    {
        widget.ensurePolished();
        QVERIFY2(!isMarkup(widget.toolTip()), widget.metaObject()->className());
        for (const QAction *action : widget.actions())
            QVERIFY2(!isMarkup(action->toolTip()), widget.metaObject()->className());
        if (const auto *view = qobject_cast<QAbstractItemView *>(&widget); view && view->model())
            checkEntries(*view->model());
        const auto *label = qobject_cast<QLabel *>(&widget);
        if (!label || !isMarkup(label->text()) || label->windowFlags().testFlag(Qt::ToolTip))
            return;
        ++shown;
        QVERIFY2(label->textFormat() == Qt::PlainText, label->parent()->metaObject()->className());
    }
    /// Returns how many labels show such a text.
    static int checkWidgets()
    {
        int shown = 0;
        for (QWidget *widget : QApplication::allWidgets())
            check(*widget, shown);
        return shown;
    }
    /// The tooltip at a place of a chart; whether it tells such a text.
    static bool tellsAt(QWidget &chart, QPoint at)
    {
        QHelpEvent help(QEvent::ToolTip, at, chart.mapToGlobal(at));
        QCoreApplication::sendEvent(&chart, &help);
        if (isMarkup(QToolTip::text()))
            qFatal("%s", qPrintable(QToolTip::text()));
        return QToolTip::text().contains(QLatin1String("&lt;img"));
    }
    /// How many of all the tooltips of the scene do.
    static int checkTips(ChartWidget &chart)
    {
        return static_cast<int>(std::ranges::count_if(
            chart.scene().hits, [&](const timeline::Hit &hit) { return tellsAt(chart, hit.rect.center().toPoint()); }));
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void ofARun()
    {
        Appearance appearance;
        MainWindow window(appearance);
        window.resize(1400, 900);
        window.show();
        window.openFile(write(
            R"({"format": "coroscope-program", "version": 1, "about": "HOSTILE", "objects": {"HOSTILE queue": ["queue", 1]},
 "tasks": [["HOSTILE", [["print", "HOSTILE"], ["put", "HOSTILE queue", "HOSTILE"], ["sleep", 100], ["put", "HOSTILE queue", "HOSTILE"]]],
  ["other", [["sleep", 50], ["get", "HOSTILE queue"], ["raise", "ValueError", "HOSTILE"]]]]})"));
        QVERIFY(window.playback().run(0).title().contains(QLatin1String("<img")));
        auto *chart = window.findChild<ChartWidget *>();
        int shown = 0;
        int tips = 0;
        for (int step = 0; step < 30; ++step) {
            for (QTabWidget *tabs : window.findChildren<QTabWidget *>())
                tabs->setCurrentIndex(step % tabs->count());
            chart->view().select({0, ActorId{1}, std::nullopt});
            window.grab();
            shown += checkWidgets();
            tips += step % 8 == 0 ? checkTips(*chart) : 0;
            window.playback().stepForward(StepKind::Event);
        }
        QVERIFY(shown > 10);
        QVERIFY(tips > 0);
    }

    void ofAnotherProgramsTrace()
    {
        Appearance appearance;
        MainWindow window(appearance);
        window.resize(1400, 900);
        window.show();
        window.openFile(write(
            R"([{"ph":"M","name":"process_name","pid":1,"args":{"name":"HOSTILE"}},{"ph":"M","name":"thread_name","pid":1,"tid":1,"args":{"name":"HOSTILE"}},
 {"ph":"X","ts":1,"dur":5,"pid":1,"tid":1,"name":"HOSTILE","cat":"HOSTILE","args":{"HOSTILE":"HOSTILE"}}])"));
        QVERIFY(window.showsTrace());
        SliceChart &chart = window.tracePage().chart();
        window.grab();
        QVERIFY(window.tracePage().search(QStringLiteral("img"), true));
        window.grab();
        QVERIFY(checkWidgets() > 0);
        int tips = 0;
        for (int y = 0; y < chart.height(); y += 4)
            tips += tellsAt(chart, {chart.width() / 2, y}) ? 1 : 0;
        QVERIFY(tips > 0);
    }

    void ofAFileThatIsWrong()
    {
        Appearance appearance;
        MainWindow window(appearance);
        window.show();
        window.openFile(write(R"({"HOSTILE": 1})"));
        window.grab();
        QVERIFY(checkWidgets() > 0);
    }
};

QTEST_MAIN(TestPlainTexts)
#include "tst_plain_texts.moc"
