// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panels/glossary_window.h"

#include "app/course/lesson_texts.h"
#include "app/panels/lesson_words.h"

#include <QEvent>
#include <QLineEdit>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace coroscope {

GlossaryWindow::GlossaryWindow(QWidget *parent)
    : QDialog(parent), m_search(new QLineEdit(this)), m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("glossary"));
    m_search->setClearButtonEnabled(true);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(m_text, 1);
    resize(fontMetrics().averageCharWidth() * 80, fontMetrics().height() * 28);
    connect(m_search, &QLineEdit::textChanged, this, &GlossaryWindow::fill);
    retranslate();
}

void GlossaryWindow::open(const QString &key)
{
    m_search->clear();
    fill();
    show();
    raise();
    activateWindow();
    m_search->setFocus();
    if (!key.isEmpty())
        m_text->scrollToAnchor(key);
}

void GlossaryWindow::fill()
{
    QList<formats::GlossaryEntry> entries = formats::glossary(formats::textLanguage());
    std::ranges::sort(entries,
                      [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.word, b.word) < 0; });
    const QString typed = m_search->text();
    QString html;
    for (const formats::GlossaryEntry &entry : entries) {
        const bool found =
            entry.word.contains(typed, Qt::CaseInsensitive) || entry.definition.contains(typed, Qt::CaseInsensitive);
        if (found)
            html += QStringLiteral("<p><a name='%1'></a><b>%2</b><br>%3</p>")
                        .arg(entry.key, entry.word.toHtmlEscaped(), richText(entry.definition));
    }
    m_text->setHtml(html.isEmpty() ? QStringLiteral("<p>%1</p>").arg(tr("No word is explained with these letters."))
                                   : html);
}

void GlossaryWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void GlossaryWindow::retranslate()
{
    setWindowTitle(tr("Glossary"));
    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search the glossary"));
    m_text->setAccessibleName(tr("Glossary"));
    fill();
}

} // namespace coroscope
