// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/lesson_model.h"

#include "app/course/lesson_texts.h"

#include <QFont>

namespace coroscope {

LessonModel::LessonModel(QObject *parent) : QAbstractItemModel(parent)
{
    for (const Lesson &lesson : lessons()) {
        if (m_chapters.empty() || m_chapters.back().number != lesson.chapter)
            m_chapters.push_back({lesson.chapter, {}});
        m_chapters.back().lessons.push_back(&lesson);
    }
}

// A chapter's index has the internal id 0, a lesson's the row of its chapter + 1.

QModelIndex LessonModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : quintptr(0));
}

QModelIndex LessonModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr(0));
}

int LessonModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_chapters.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_chapters[static_cast<std::size_t>(parent.row())].lessons.size());
}

int LessonModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

const Lesson *LessonModel::lessonAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return m_chapters[index.internalId() - 1].lessons[static_cast<std::size_t>(index.row())];
}

QVariant LessonModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const Lesson *lesson = lessonAt(index)) {
        if (role == IdRole || role == Qt::ToolTipRole) // what it is called on the command line
            return QString::fromStdString(lesson->id);
        if (role == Qt::DisplayRole)
            return formats::lessonTitle(lesson->id, formats::textLanguage());
        if (role == FindRole)
            return QStringLiteral("%1 %2").arg(QString::fromStdString(lesson->id),
                                               formats::lessonTitle(lesson->id, formats::textLanguage()));
        return {};
    }
    const int number = m_chapters[static_cast<std::size_t>(index.row())].number;
    if (role == Qt::DisplayRole || role == FindRole)
        return QStringLiteral("%1 · %2").arg(number).arg(formats::chapterTitle(number, formats::textLanguage()));
    if (role == Qt::FontRole) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant LessonModel::headerData(int /*section*/, Qt::Orientation /*orientation*/, int role) const
{
    return role == Qt::DisplayRole ? tr("Lessons") : QVariant();
}

Qt::ItemFlags LessonModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return lessonAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                           : Qt::ItemFlags(Qt::ItemIsEnabled);
}

QModelIndex LessonModel::indexOf(const QString &lesson) const
{
    for (int chapter = 0; chapter < rowCount(); ++chapter) {
        const QModelIndex parent = index(chapter, 0);
        for (int row = 0; row < rowCount(parent); ++row) {
            const QModelIndex found = index(row, 0, parent);
            if (found.data(IdRole).toString() == lesson)
                return found;
        }
    }
    return {};
}

void LessonModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0));
}

} // namespace coroscope
