"""A list of practices for batches: `rows.py ROWS [--logo FILE]` prints CSV, the same one each time."""
import random
import sys

WORDS = "Willow Creek Stone River Oak Maple Harbor Cedar Summit Valley Sunrise Lotus Balance Meadow".split()


def main():
    pick = random.Random(5)
    logo = sys.argv[3] if sys.argv[2:3] == ["--logo"] else ""
    print("name,phone,website,logo,color")
    for i in range(1, int(sys.argv[1]) + 1):
        name = " ".join(pick.sample(WORDS, 2)) + " Massage"
        print(f"{name},(503) 555-{i % 10000:04d},site{i}.example,{logo},#{pick.randrange(0x800000):06x}")


if __name__ == "__main__":
    main()
