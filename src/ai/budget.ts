// What may be spent, in whole micro-dollars. The worst case of a request is set aside before it is
// sent and put right after it, so that requests under way together never pass the limit.

export const MICROS_PER_DOLLAR = 1_000_000;

export interface Reservation {
  readonly amount: number;
  /** Says what was spent in truth; the rest is free again. Counts once. */
  settle(spent: number): void;
}

export interface Budget {
  readonly limit: number;
  readonly spent: number;
  readonly reserved: number;
  /**
   * Sets `amount` aside; waits while requests under way may give back enough. `undefined` where
   * it does not fit and nothing is under way any more.
   */
  reserve(amount: number): Promise<Reservation | undefined>;
}

interface Waiting {
  readonly amount: number;
  readonly tell: (reservation: Reservation | undefined) => void;
}

export function createBudget(limit: number): Budget {
  let spent = 0;
  let reserved = 0;
  const queue: Waiting[] = [];

  const hasRoom = (amount: number): boolean => spent + reserved + amount <= limit;

  function grant(amount: number): Reservation {
    reserved += amount;
    let isOpen = true;
    return {
      amount,
      settle(real): void {
        if (!isOpen) return;
        isOpen = false;
        reserved -= amount;
        spent += real;
        serve();
      },
    };
  }

  /** In order: who waits longest asks for the most valuable. */
  function serve(): void {
    while (queue.length > 0) {
      const { amount, tell } = queue[0]!;
      if (!hasRoom(amount) && reserved > 0) return;
      queue.shift();
      tell(hasRoom(amount) ? grant(amount) : undefined);
    }
  }

  return {
    limit,
    get spent() {
      return spent;
    },
    get reserved() {
      return reserved;
    },
    reserve(amount) {
      if (!Number.isSafeInteger(amount) || amount < 0) {
        return Promise.reject(new RangeError("Expected a whole number of micro-dollars"));
      }
      return new Promise((tell) => {
        queue.push({ amount, tell });
        serve();
      });
    },
  };
}

/** Micro-dollars → `$0.0123`; never less than what was spent. */
export function dollars(micros: number): string {
  return `$${(Math.ceil(micros / 100) / 10_000).toFixed(4)}`;
}
