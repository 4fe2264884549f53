// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

#include "app/models/palette_model.h"

class QLabel;
class QLineEdit;
class QListView;

namespace coroscope {

class Appearance;

/// Everything that can be done, found by typing a few letters of it: lies over the window, goes away with Return,
/// Escape or a click elsewhere.
class CommandPalette : public QFrame {
    Q_OBJECT

public:
    CommandPalette(const Appearance &appearance, QWidget *window);

    /// `prompt` stands in the empty field.
    void open(const QString &prompt, std::vector<PaletteEntry> entries);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find(const QString &typed);
    void choose(const QModelIndex &index);
    void dismiss();
    void place();
    bool moveBy(int key);

    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QPointer<QWidget> m_focusBefore;
};

} // namespace coroscope
