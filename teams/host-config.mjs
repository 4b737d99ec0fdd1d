// How Teams draws Adaptive Cards: the values of Microsoft's sample host configurations for Teams (AdaptiveCards repository,
// samples/HostConfig/microsoft-teams-{light,dark}.json), as far as our cards meet them.

/** Colours with eight digits begin with how opaque they are. */
const THEMES = {
  light: {
    ink: '#252424',
    subtle: '#bf252424',
    card: '#ffffff',
    emphasis: '#f9f8f7',
    accent: '#6264a7',
    bad: '#c4314b',
  },
  dark: {
    ink: '#ffffff',
    subtle: '#bfffffff',
    card: '#2d2c2c',
    emphasis: '#292828',
    accent: '#a6a7dc',
    bad: '#d74654',
  },
};
/** Coloured containers are light in both themes, and so their ink is dark. */
const ON_COLOUR = { ink: '#252424', subtle: '#bf252424' };

/** @param theme `light` or `dark` */
export function hostConfig(theme) {
  const { ink, subtle, card, emphasis, accent, bad } = THEMES[theme];
  const colours = (text) => ({
    default: { default: text.ink, subtle: text.subtle },
    accent: { default: accent, subtle: accent },
    good: { default: '#92c353', subtle: '#e592c353' },
    warning: { default: '#f8d22a', subtle: '#e5f8d22a' },
    attention: { default: bad, subtle: bad },
  });
  const style = (backgroundColor, text = { ink, subtle }) => ({ backgroundColor, foregroundColors: colours(text) });
  return {
    supportsInteractivity: true,
    fontFamily: "'Segoe UI', 'Noto Sans', 'DejaVu Sans', 'Noto Emoji', sans-serif",
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme === 'light' ? '#eeeeee' : '#484644' },
    containerStyles: {
      default: style(card),
      emphasis: style(emphasis),
      accent: style('#c7def9', ON_COLOUR),
      good: style('#ccffcc', ON_COLOUR),
      attention: style('#ffc5b2', ON_COLOUR),
      warning: style('#ffe2b2', ON_COLOUR),
    },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    adaptiveCard: { allowCustomStyle: false },
  };
}
