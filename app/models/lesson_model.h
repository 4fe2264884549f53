// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

#include "core/lessons/lesson.h"

#include <vector>

namespace coroscope {

/// The lessons by chapter: a tree of two levels.
class LessonModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< the lesson's id; empty for a chapter
        FindRole,                  ///< all the words it may be found by
    };

    explicit LessonModel(QObject *parent = nullptr);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] QModelIndex indexOf(const QString &lesson) const;
    /// After the language has changed.
    void retranslate();

private:
    struct Chapter {
        int number = 0;
        std::vector<const Lesson *> lessons;
    };
    [[nodiscard]] const Lesson *lessonAt(const QModelIndex &index) const;

    std::vector<Chapter> m_chapters;
};

} // namespace coroscope
