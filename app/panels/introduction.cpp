// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/introduction.h"

#include "app/access/spoken.h"
#include "app/controls/appearance.h"
#include "app/controls/card.h"
#include "app/controls/flow_layout.h"
#include "app/controls/icons.h"
#include "app/course/lesson_texts.h"
#include "app/panels/lesson_talk.h"
#include "app/panels/lesson_words.h"
#include "app/session/lesson_dialogue.h"
#include "app/session/session.h"
#include "core/lessons/lesson.h"

#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

namespace {

/// The most of the window's height that it takes: the source below needs the rest.
constexpr double kMostHeight = 0.44;
/// Room beside and below the text.
constexpr int kTextRight = 6;
constexpr int kTextBelow = 4;
constexpr int kGap = 8;

} // namespace

Introduction::Introduction(const Session &session, LessonDialogue &dialogue, const Appearance &appearance,
                           QWidget *parent)
    : QFrame(parent), m_session(session), m_dialogue(dialogue), m_appearance(appearance),
      m_heading(new QToolButton(this)), m_scroll(new QScrollArea(this)), m_text(new QLabel),
      m_talk(new LessonTalk(dialogue, appearance)), m_notice(new QLabel), m_showNotice(new QToolButton),
      m_words(new QWidget)
{
    setProperty("card", true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_heading->setObjectName(QStringLiteral("introductionHeading"));
    m_heading->setProperty("role", QStringLiteral("heading"));
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setIconSize(QSize(12, 12));
    m_heading->setFocusPolicy(Qt::TabFocus);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    for (QLabel *text : {m_text, m_notice}) {
        text->setTextFormat(Qt::RichText);
        text->setWordWrap(true);
        text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_showNotice->setObjectName(QStringLiteral("showNotice"));
    m_showNotice->setProperty("role", QStringLiteral("link"));
    m_showNotice->setFocusPolicy(Qt::TabFocus);
    new FlowLayout(m_words, 10, 2);
    auto *inside = new QWidget;
    m_lines = new QVBoxLayout(inside);
    m_lines->setContentsMargins(0, 0, kTextRight, kTextBelow);
    m_lines->setSpacing(kGap);
    for (QWidget *part :
         {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_talk), static_cast<QWidget *>(m_notice)})
        m_lines->addWidget(part);
    m_lines->addWidget(m_showNotice, 0, Qt::AlignLeft);
    m_lines->addWidget(m_words);
    m_lines->addStretch(1);
    m_scroll->setWidget(inside);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::TabFocus); // up and down scroll it
    for (QWidget *clear : {m_scroll->viewport(), inside, static_cast<QWidget *>(m_text),
                           static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_talk), m_words})
        clear->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 6, 8, 8);
    column->setSpacing(4);
    column->addWidget(m_heading);
    column->addWidget(m_scroll, 1);
    connect(m_heading, &QToolButton::clicked, this, [this] { setExpanded(!m_expanded); });
    connect(&appearance, &Appearance::changed, this, &Introduction::restyle);
    connect(&session, &Session::opened, this, &Introduction::showLesson);
    connect(m_showNotice, &QToolButton::clicked, &dialogue, &LessonDialogue::showNotice);
    connect(&dialogue, &LessonDialogue::changed, this, &Introduction::showNotice);
    connect(m_talk, &LessonTalk::resized, this, &Introduction::updateGeometry);
    const auto reveal = [this] {
        if (m_dialogue.answered() != LessonDialogue::Answer::None && m_talk->isVisible())
            m_scroll->ensureWidgetVisible(m_talk->deeds(), 0, kGap);
    };
    connect(&dialogue, &LessonDialogue::answeredNow, this, reveal, Qt::QueuedConnection); // when it has its height
    restyle();
}

void Introduction::setExpanded(bool expanded)
{
    if (expanded == m_expanded)
        return;
    m_expanded = expanded;
    restyle();
    Q_EMIT expandedChanged(expanded);
}

void Introduction::setHeadingShown(bool shown)
{
    m_headed = shown;
    m_heading->setVisible(shown);
    setProperty("card", shown);
    style()->unpolish(this);
    style()->polish(this);
    setSizePolicy(QSizePolicy::Preferred, shown ? QSizePolicy::Fixed : QSizePolicy::Ignored);
    restyle();
}

void Introduction::setOffered(bool offered)
{
    m_offered = offered;
    showLesson();
}

QSize Introduction::sizeHint() const
{
    const QMargins margins = layout()->contentsMargins();
    const int heading = m_heading->sizeHint().height() + margins.top() + margins.bottom();
    if (!m_expanded)
        return {200, heading};
    // Room for the scroll bar in any case: once it is there, the text needs the height that keeps it there.
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    const int width = std::max(120, this->width() - margins.left() - margins.right() - bar);
    const int text = m_lines->totalHeightForWidth(width) + 6;
    const int most = static_cast<int>(window()->height() * kMostHeight);
    return {200, std::min(heading + layout()->spacing() + text, most)};
}

void Introduction::focusQuestion()
{
    setExpanded(true);
    m_talk->focusFirst();
    m_scroll->ensureWidgetVisible(m_talk);
}

void Introduction::showLesson()
{
    const bool lesson = m_session.current();
    const bool copy = !lesson && !m_dialogue.lesson().isEmpty(); // of its listing, in which its goals can be reached
    const bool any = lesson || copy || !m_session.about().isEmpty();
    setVisible(m_offered && any);
    if (!any)
        return;
    m_heading->setText(lesson || copy ? tr("About this lesson") : tr("About this scenario"));
    setAccessibleName(m_heading->text());
    m_scroll->setAccessibleName(m_heading->text());
    m_text->setText(lesson || copy ? aboutLesson() : aboutFile());
    showWords();
    showNotice();
}

/// It would give the answer away before the run.
void Introduction::showNotice()
{
    const QStringList notice =
        m_session.current() ? formats::lessonTexts(m_session.lesson(), formats::textLanguage()).notice : QStringList();
    QString html =
        QStringLiteral("<p style='margin:0 0 2px 0'><b>%1</b></p><ul style='margin-top:0;margin-left:-22px'>")
            .arg(tr("What to notice").toHtmlEscaped());
    for (const QString &point : notice)
        html += QStringLiteral("<li>%1</li>").arg(richText(point));
    m_notice->setText(html + QStringLiteral("</ul>"));
    m_notice->setVisible(!notice.isEmpty() && m_dialogue.noticeShown());
    m_showNotice->setText(tr("What to notice"));
    m_showNotice->setVisible(!notice.isEmpty() && !m_dialogue.noticeShown());
    updateGeometry();
}

QString Introduction::aboutLesson() const
{
    const QString id = m_dialogue.lesson();
    const QString introduction = formats::lessonTexts(id, formats::textLanguage()).introduction;
    const QString html = QStringLiteral("<p style='margin:0'>%1</p>").arg(richText(introduction));
    const Lesson *const lesson = findLesson(id.toStdString());
    if (!lesson || !lesson->outside)
        return html;
    const QString outside = tr(
        "The listing talks to the real outside, which is simulated here: run by Python it prints the same lines, at instants that may differ a little.");
    return html + QStringLiteral("<p style='margin:4px 0 0 0'><i>%1</i></p>").arg(outside.toHtmlEscaped());
}

/// What the file says of itself.
QString Introduction::aboutFile() const
{
    const QString name = QFileInfo(m_session.file()).completeBaseName();
    return QStringLiteral("<p style='margin-top:0'><b>%1</b></p><p style='margin-bottom:0'>%2</p>")
        .arg(name.toHtmlEscaped(), richText(m_session.about()));
}

/// Links in a text could neither be seen to have the focus nor be pressed by assistive technology.
void Introduction::showWords()
{
    const QString language = formats::textLanguage();
    qDeleteAll(m_words->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly));
    bool any = false;
    for (const QString &key : formats::lessonTexts(m_session.lesson(), language).words) {
        const formats::GlossaryEntry *entry = formats::glossaryEntry(key, language);
        if (!entry)
            continue;
        auto *word = new QToolButton;
        word->setProperty("role", QStringLiteral("link"));
        access::setRole(*word, QAccessible::Link);
        word->setText(entry->word);
        word->setToolTip(QStringLiteral("<p>%1</p>").arg(richText(entry->definition)));
        word->setFocusPolicy(Qt::TabFocus);
        connect(word, &QToolButton::clicked, this, [this, key] { Q_EMIT wordChosen(key); });
        m_words->layout()->addWidget(word);
        any = true;
    }
    m_words->setVisible(any);
}

void Introduction::restyle()
{
    m_heading->setToolTip(m_expanded ? tr("Folds the text away") : tr("Shows what the lesson is about"));
    m_heading->setIcon(symbolIcon(m_expanded ? Symbol::Open : Symbol::Closed, m_appearance.theme().accent));
    m_scroll->setVisible(m_expanded || !m_headed);
    showLesson();
    updateGeometry();
}

void Introduction::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        restyle();
}

void Introduction::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateGeometry(); // the text breaks in other places
}

} // namespace coroscope
