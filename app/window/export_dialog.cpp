// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/export_dialog.h"

#include "app/access/spoken.h"
#include "app/controls/clipboard.h"
#include "app/window/picture_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace coroscope {

namespace {

constexpr std::array kFilmSpeeds{0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0};

QString lastFolder(const QSettings &settings)
{
    return settings
        .value(QStringLiteral("export/folder"), QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
        .toString();
}

QSpinBox *pixels()
{
    auto *box = new QSpinBox;
    box->setRange(320, 8192);
    box->setKeyboardTracking(false);
    return box;
}

} // namespace

ExportDialog::ExportDialog(Shown shown, QWidget *parent)
    : QDialog(parent), m_shown(std::move(shown)), m_upper(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_preview(new PicturePreview), m_message(new QLabel), m_progress(new QProgressBar),
      m_copy(new QPushButton(tr("&Copy"))), m_save(new QPushButton(tr("&Save…"))), m_close(new QPushButton(tr("Close")))
{
    setWindowTitle(tr("Export a picture"));
    m_settings.read(QSettings());
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeControls(form);
    makeParts(form);
    auto *choices = new QScrollArea;
    auto *fields = new QWidget;
    fields->setLayout(form);
    choices->setWidget(fields);
    choices->setWidgetResizable(true);
    choices->setFrameShape(QFrame::NoFrame);
    choices->setFocusPolicy(Qt::NoFocus);
    choices->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    choices->setMinimumWidth(fields->sizeHint().width() + choices->verticalScrollBar()->sizeHint().width());
    m_upper->setSpacing(20);
    m_upper->addWidget(m_preview, 1);
    m_upper->addWidget(choices);
    auto *buttons = new QHBoxLayout;
    m_message->setWordWrap(true);
    access::setRole(*m_message, QAccessible::Notification);
    m_progress->setAccessibleName(tr("How much has been drawn"));
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    buttons->addWidget(m_message, 1);
    buttons->addWidget(m_progress, 1);
    for (QPushButton *button : {m_copy, m_save, m_close})
        buttons->addWidget(button);
    auto *rows = new QVBoxLayout(this);
    rows->setSizeConstraint(QLayout::SetNoConstraint);
    rows->addLayout(m_upper, 1);
    rows->addLayout(buttons);
    m_progress->hide();
    m_save->setDefault(true);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_close, &QPushButton::clicked, this, [this] { busy() ? stop() : reject(); });
    showSettings();
    constexpr QSize kRoomy(1000, 620);
    resize(parent ? (parent->size() * 3 / 4).expandedTo(kRoomy).boundedTo(screen()->availableSize()) : kRoomy);
}

ExportDialog::~ExportDialog() = default;

/// A narrow one has the choices below the preview.
void ExportDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    constexpr int kBesideFrom = 50; // heights of the type
    m_upper->setDirection(width() < kBesideFrom * fontMetrics().height() ? QBoxLayout::TopToBottom
                                                                         : QBoxLayout::LeftToRight);
}

QComboBox *ExportDialog::addChoice(QFormLayout *form, const QString &label, const QStringList &choices)
{
    auto *box = new QComboBox;
    box->addItems(choices);
    form->addRow(label, box);
    connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::readControls);
    return box;
}

void ExportDialog::makeControls(QFormLayout *form)
{
    m_output = addChoice(form, tr("&Format"),
                         {tr("Picture (PNG)"), tr("Drawing (SVG)"), tr("Document (PDF)"), tr("Animation (APNG)"),
                          tr("Animation (SVG)"), tr("Animation (WebP)"), tr("A picture a step (PNG)"),
                          tr("Page that plays it (HTML)")});
    m_size = addChoice(form, tr("S&ize"),
                       {tr("As shown"), tr("Slide 16:9"), tr("Slide 4:3"), tr("Column of a paper"), tr("Other")});
    m_width = pixels();
    m_height = pixels();
    m_width->setAccessibleName(tr("Width in pixels"));
    m_height->setAccessibleName(tr("Height in pixels"));
    auto *both = new QHBoxLayout;
    both->addWidget(m_width, 1);
    both->addWidget(new QLabel(QStringLiteral("×")));
    both->addWidget(m_height, 1);
    form->addRow(QString(), both);
    m_scale = addChoice(form, tr("Sharp&ness"), {tr("1 ×"), tr("2 ×"), tr("3 ×"), tr("4 ×")});
    m_look = addChoice(form, tr("&Colours"), {tr("As shown"), tr("Light"), tr("Dark"), tr("For print")});
    m_range = addChoice(form, tr("&Run"), {tr("The whole run"), tr("Up to now"), tr("What is visible")});
    QStringList speeds;
    for (const double speed : kFilmSpeeds)
        speeds << tr("%1 ×", "a speed").arg(QLocale().toString(speed));
    m_speed = addChoice(form, tr("S&peed"), speeds);
    for (QSpinBox *box : {m_width, m_height})
        connect(box, &QSpinBox::valueChanged, this, &ExportDialog::readControls);
}

void ExportDialog::makeParts(QFormLayout *form)
{
    m_title = new QLineEdit;
    m_title->setPlaceholderText(tr("none"));
    form->addRow(tr("&Title"), m_title);
    connect(m_title, &QLineEdit::textChanged, this, &ExportDialog::readControls);
    const auto add = [this, form](const QString &label, const QString &text) {
        auto *box = new QCheckBox(text);
        form->addRow(label, box);
        connect(box, &QCheckBox::toggled, this, &ExportDialog::readControls);
        return box;
    };
    m_legend = add(tr("With"), tr("&legend"));
    m_table = add(QString(), tr("&job table"));
    m_console = add(QString(), tr("c&onsole"));
    m_notes = add(QString(), tr("not&es"));
}

void ExportDialog::setSettings(const ExportSettings &settings)
{
    m_settings = settings;
    showSettings();
}

void ExportDialog::showSettings()
{
    m_reading = true;
    m_output->setCurrentIndex(static_cast<int>(m_settings.output));
    m_size->setCurrentIndex(static_cast<int>(m_settings.size));
    m_width->setValue(m_settings.custom.width());
    m_height->setValue(m_settings.custom.height());
    m_scale->setCurrentIndex(m_settings.scale - 1);
    m_look->setCurrentIndex(static_cast<int>(m_settings.look));
    m_range->setCurrentIndex(static_cast<int>(m_settings.range));
    const auto nearest = std::min_element(kFilmSpeeds.begin(), kFilmSpeeds.end(), [this](double a, double b) {
        return std::abs(a - m_settings.speed) < std::abs(b - m_settings.speed);
    });
    m_speed->setCurrentIndex(static_cast<int>(nearest - kFilmSpeeds.begin()));
    m_title->setText(m_settings.title);
    m_legend->setChecked(m_settings.legend);
    m_table->setChecked(m_settings.table);
    m_console->setChecked(m_settings.console);
    m_notes->setChecked(m_settings.notes);
    m_reading = false;
    showPage();
}

void ExportDialog::readControls()
{
    if (m_reading)
        return;
    m_settings.output = static_cast<ExportSettings::Output>(m_output->currentIndex());
    m_settings.size = static_cast<ExportSettings::Size>(m_size->currentIndex());
    m_settings.custom = {m_width->value(), m_height->value()};
    m_settings.scale = m_scale->currentIndex() + 1;
    m_settings.look = static_cast<ExportSettings::Look>(m_look->currentIndex());
    m_settings.range = static_cast<ExportSettings::Range>(m_range->currentIndex());
    m_settings.speed = kFilmSpeeds[static_cast<std::size_t>(m_speed->currentIndex())];
    m_settings.title = m_title->text();
    m_settings.legend = m_legend->isChecked();
    m_settings.table = m_table->isChecked();
    m_settings.console = m_console->isChecked();
    m_settings.notes = m_notes->isChecked();
    showPage();
}

void ExportDialog::showPage()
{
    timeline::Scene page = timeline::layoutSheet(m_settings.sheetOf(m_shown));
    const bool custom = m_settings.size == ExportSettings::Size::Custom;
    for (QSpinBox *box : {m_width, m_height})
        box->setEnabled(custom && m_settings.output != ExportSettings::Output::Page);
    if (!custom) { // what the choice comes to
        m_reading = true;
        m_width->setValue(static_cast<int>(page.size.width()));
        m_height->setValue(static_cast<int>(page.size.height()));
        m_reading = false;
    }
    const bool plays = m_settings.output == ExportSettings::Output::Page; // it has all of them
    for (QWidget *choice :
         std::initializer_list<QWidget *>{m_size, m_look, m_range, m_legend, m_table, m_console, m_notes})
        choice->setEnabled(!plays);
    m_scale->setEnabled(m_settings.raster());
    m_speed->setEnabled(m_settings.animated());
    m_preview->show(std::move(page));
    tell({});
}

void ExportDialog::copy()
{
    const timeline::Scene page = timeline::layoutSheet(m_settings.sheetOf(m_shown));
    tell(copyPicture(page, m_settings.scale, m_settings.title.isEmpty() ? m_shown.name : m_settings.title)
             ? tr("The picture is in the clipboard.")
             : tr("The picture is too large for the clipboard."));
}

void ExportDialog::chooseFile()
{
    const QSettings settings;
    auto *chooser = new QFileDialog(this, tr("Export a picture"), lastFolder(settings));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    const QString suffix = m_settings.suffix();
    if (suffix.isEmpty()) {
        chooser->setNameFilters({tr("Folders")});
        chooser->setLabelText(QFileDialog::FileName, tr("Folder"));
    } else {
        chooser->setNameFilters(
            {tr("%1 (*.%2)").arg(m_output->currentText().section(QLatin1String(" ("), 0, 0), suffix)});
        chooser->setDefaultSuffix(suffix);
    }
    chooser->selectFile(m_shown.name + (suffix.isEmpty() ? QString() : QLatin1Char('.') + suffix));
    connect(chooser, &QFileDialog::fileSelected, this, &ExportDialog::writeTo);
    chooser->open();
}

// Drawing ------------------------------------------------------------------------------------------------------

void ExportDialog::writeTo(const QString &path)
{
    stop();
    QSettings settings;
    settings.setValue(QStringLiteral("export/folder"), QFileInfo(path).absolutePath());
    m_settings.write(settings);
    m_path = path;
    if (m_settings.output == ExportSettings::Output::Page) {
        writePage();
        return;
    }
    m_job = std::make_unique<formats::ExportJob>(m_settings.taskOf(m_shown, path));
    if (m_job->tooLong()) {
        const QString sentence = tr("That would be %n pictures; a higher speed makes it shorter.", nullptr,
                                    static_cast<int>(m_job->total()));
        endJob();
        tell(sentence);
        Q_EMIT failed(sentence);
        return;
    }
    m_progress->setRange(0, static_cast<int>(m_job->total()));
    m_progress->setValue(0);
    m_progress->setVisible(m_job->total() > 1);
    m_message->setVisible(m_job->total() <= 1);
    m_save->setEnabled(false);
    m_close->setText(tr("Cancel"));
    QTimer::singleShot(0, this, &ExportDialog::drawNext);
}

void ExportDialog::writePage()
{
    formats::PageRequest request = m_shown.page;
    if (request.runs.empty()) {
        tellEnd({tr("There is no run yet.")});
        return;
    }
    request.title = m_settings.title;
    const std::size_t steps = formats::playerSteps(request);
    if (steps > formats::kMostPlayerSteps) {
        const QString sentence =
            tr("A page plays at most %1 steps; this run has %2.")
                .arg(QLocale().toString(qulonglong(formats::kMostPlayerSteps)), QLocale().toString(qulonglong(steps)));
        tellEnd({sentence});
        return;
    }
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    const QByteArray page = formats::playerPage(request);
    QGuiApplication::restoreOverrideCursor();
    tellEnd(formats::writeFile(m_path, page));
}

/// One picture, then the window's turn.
void ExportDialog::drawNext()
{
    if (!m_job)
        return;
    const bool more = m_job->advance();
    m_progress->setValue(static_cast<int>(m_job->done()));
    if (more) {
        QTimer::singleShot(0, this, &ExportDialog::drawNext);
        return;
    }
    const formats::WriteResult result = m_job->finish();
    endJob();
    tellEnd(result);
}

void ExportDialog::tellEnd(const formats::WriteResult &result)
{
    if (result.ok()) {
        tell(tr("%1 is written.").arg(m_path));
        Q_EMIT written(m_path);
    } else {
        tell(result.error);
        Q_EMIT failed(result.error);
    }
}

void ExportDialog::stop()
{
    if (!m_job)
        return;
    endJob();
    tell(tr("Stopped; nothing was written."));
}

void ExportDialog::endJob()
{
    m_job.reset();
    m_progress->hide();
    m_message->show();
    m_save->setEnabled(true);
    m_close->setText(tr("Close"));
}

void ExportDialog::tell(const QString &sentence)
{
    if (sentence == m_message->text())
        return;
    m_message->setText(sentence);
    if (!sentence.isEmpty())
        access::announce(*m_message);
}

void ExportDialog::done(int result)
{
    stop();
    QSettings settings;
    m_settings.write(settings);
    QDialog::done(result);
}

} // namespace coroscope
