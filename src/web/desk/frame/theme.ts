import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** Mantine wants ten shades; ours are the tokens of look/tokens.css: tint, colour, deep. No colour is named twice. */
const shades = (tint: string, colour: string, deep: string): MantineColorsTuple => [
  tint,
  tint,
  tint,
  tint,
  colour,
  colour,
  colour,
  colour,
  deep,
  deep,
]

export const theme = createTheme({
  primaryColor: 'river',
  primaryShade: 6,
  colors: {
    river: shades('var(--river-tint)', 'var(--river)', 'var(--river-deep)'),
    refuse: shades('var(--refuse-tint)', 'var(--refuse)', 'var(--refuse)'),
  },
  white: 'var(--paper)',
  black: 'var(--ink)',
  // The page's own rules choose the font by <html lang>.
  fontFamily: 'inherit',
  headings: { fontFamily: 'inherit' },
  // Khmer stands above and below the line.
  lineHeights: { xs: '1.6', sm: '1.6', md: '1.6', lg: '1.6', xl: '1.6' },
  defaultRadius: 'md',
  radius: { md: 'var(--radius)' },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    MultiSelect: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
  },
})

/** Mantine's own dimmed text, placeholders and borders are too faint to read in a bright office. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--mantine-line-height': '1.6' },
  light: {
    '--mantine-color-dimmed': 'var(--soft)',
    '--mantine-color-placeholder': 'var(--soft)',
    '--mantine-color-error': 'var(--refuse)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'color-mix(in srgb, var(--soft) 65%, var(--paper))',
    '--mantine-color-default-hover': 'var(--river-tint)',
  },
  dark: {},
})
