import { createElement, type ComponentType } from 'react';
import { useResolvedPath, useRouteError, type RouteObject } from 'react-router';
import { loadCode } from '../api/load-code';
import { afterPaint } from '../ui/after-paint';
import { placeOf } from '../map/blade-at';
import type { BladeSize } from '../map/map';
import { BladeFrames } from './blade-frames';
import { isBladeHandle, type BladeHandle, type BladeTitle } from './blade-handle';
import { toProblemError } from '../api/problem-error';
import { useText } from '../language/use-text';
import { PrimaryButton } from '../ui/actions/buttons';
import { Blade } from './blade';
import { messages } from './messages';

interface BladeRoute {
  id: string;
  path: string;
  title: BladeTitle;
  load: () => Promise<{ default: ComponentType }>;
  children?: RouteObject[];
  /** The blades inside follow one another: their code is fetched ahead. */
  sequence?: boolean;
  /** A list or a dashboard, which can be pinned to the home page. */
  pinnable?: boolean;
  size?: BladeSize | undefined;
  behind?: BladeSize | undefined;
  icon?: boolean;
}

const nothingToDo = () => undefined;

/** A blade whose code cannot be had fails as one blade. A route that fails to load would take the blades beside it along. */
const failing = (error: unknown) => {
  const Failing = (): never => {
    throw error;
  };
  return Failing;
};

/** A blade takes longest the first time: anyone who clicked sees before that the click was taken. Nobody clicks for the first view. */
const clickShown = () =>
  new Promise<void>((resolve) => {
    if (navigator.userActivation?.isActive) afterPaint(resolve);
    else resolve();
  });

/** A blade starts over at another address: what was typed, chosen or asked of one machine is not meant for the next. */
const atItsAddress = (Component: ComponentType) => {
  const BladeAtItsAddress = () => {
    const { pathname } = useResolvedPath('.');
    return createElement(Component, { key: placeOf(pathname) });
  };
  return BladeAtItsAddress;
};

/** What stands in a blade's place when it broke; the other blades stay as they are. */
function BladeFailure() {
  const text = useText();
  const error = useRouteError();
  return (
    <Blade title={text(messages.failed)} problem={error}>
      {toProblemError(error).problem.code !== 'version-mismatch' && (
        <PrimaryButton onClick={() => window.location.reload()}>{text(messages.tryAgain)}</PrimaryButton>
      )}
    </Blade>
  );
}

/** One blade of the tree. Its code is fetched when it is first opened or pointed at; what goes wrong in it stays in it. */
export const bladeRoute = ({
  id,
  path,
  title,
  load,
  children = [],
  sequence = false,
  pinnable = false,
  size = 'small',
  behind = size,
  icon = false,
}: BladeRoute): RouteObject => ({
  id,
  path,
  handle: {
    bladeTitle: title,
    prepare: () => void load().catch(nothingToDo),
    next: sequence ? children.map(({ handle }): unknown => handle).filter(isBladeHandle) : [],
    pinnable,
    size,
    sizeBehind: behind,
    hasIcon: icon,
  } satisfies BladeHandle,
  lazy: () =>
    loadCode(load).then(
      ({ default: Component }) => clickShown().then(() => ({ Component: atItsAddress(Component) })),
      (error: unknown) => ({ Component: failing(error) }),
    ),
  hydrateFallbackElement: <BladeFrames />,
  errorElement: <BladeFailure />,
  children,
});
