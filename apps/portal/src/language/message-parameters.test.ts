import { expectTypeOf, test } from 'vitest';
import type { ParametersOf } from './message-parameters';
import { defineMessages, type Message } from './messages';

test('the compiler knows what a text asks for', () => {
  expectTypeOf<ParametersOf<'{title} geöffnet, { count } neu'>>().toEqualTypeOf<'title' | 'count'>();
  expectTypeOf<ParametersOf<'Bis {at, time, short} am {day}'>>().toEqualTypeOf<'at' | 'day'>();
  expectTypeOf<ParametersOf<'{count, plural, one {# Element in {place}} other {# Elemente} } von {total}'>>().toEqualTypeOf<
    'count' | 'place' | 'total'
  >();
});

test('what only looks like a parameter is none', () => {
  expectTypeOf<ParametersOf<'Nichts zu sagen.'>>().toBeNever();
  expectTypeOf<ParametersOf<"'{'{name}'}'">>().toEqualTypeOf<'name'>();
  expectTypeOf<ParametersOf<'{days, plural, =1 {Tag} other {Tage}}'>>().toEqualTypeOf<'days'>();
});

test('either language decides what has to be said with a message', () => {
  const { asked } = defineMessages({ asked: { de: '{name} fragt', en: '{name} asks at {time}' } });
  expectTypeOf(asked).toEqualTypeOf<Message<'name' | 'time'>>();
  expectTypeOf(asked).not.toExtend<Message>();
  expectTypeOf<Message>().toExtend<Message<'name'>>();
});
